package fr.cofrap.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server for all tests of this run, set up by the service's own migrations and roles.
 * It starts on first use and stops when the JVM exits.
 */
public final class TestDatabase {
  /** A second, empty database that requires a password: {@link #RIGHT_PASSWORD}. */
  static final String GUARDED = "guarded";

  static final String RIGHT_PASSWORD = "right";

  static final String ADMINISTRATOR = "postgres";
  static final String OWNER = "cofrap_owner";

  private static final String DATABASE = "cofrap";
  private static final String APP = "cofrap_app";

  private TestDatabase() {}

  private static final class Server {
    static final EmbeddedPostgres RUNNING = started();
    static final HikariDataSource OWNERS = pool(OWNER);
    static final HikariDataSource APPS = pool(APP);
    static final HikariDataSource ADMINISTRATORS = pool(ADMINISTRATOR);
  }

  private static final class Shared {
    static final Database DATABASE = replica();
  }

  /** A pool like the functions' own, for tests that need only one. Do not close it. */
  public static Database shared() {
    return Shared.DATABASE;
  }

  /** Another such pool, like that of another replica. */
  public static Database replica() {
    return replica(10);
  }

  /** A pool with at most this many connections. */
  public static Database replica(int poolSize) {
    return new Database(settings(port(), poolSize), InstantSource.system());
  }

  static DatabaseSettings settings(int port, String database, String password, int poolSize) {
    return new DatabaseSettings(
        "127.0.0.1", port, database, APP, password, "disable", Optional.empty(), poolSize);
  }

  static DatabaseSettings settings(int port, int poolSize) {
    return settings(port, DATABASE, "", poolSize);
  }

  static int port() {
    return Server.RUNNING.getPort();
  }

  /** A session of the tables' owner, for inspecting them and holding locks. */
  public static Session asOwner() {
    return new Session(Server.OWNERS);
  }

  /** A session of the functions' role, for statements that the adapters lack. */
  public static Session asApp() {
    return new Session(Server.APPS);
  }

  /** A session of a superuser. */
  public static Session asAdministrator() {
    return new Session(Server.ADMINISTRATORS);
  }

  private static EmbeddedPostgres started() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.start();
      setUp(server);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void setUp(EmbeddedPostgres server) throws IOException, SQLException {
    try (Session session = new Session(server.getPostgresDatabase())) {
      session.update("CREATE DATABASE " + DATABASE);
      session.update("CREATE DATABASE " + GUARDED);
      TestSchema.createRoles(server.getDatabase(ADMINISTRATOR, DATABASE));
      TestSchema.migrate(server.getDatabase(OWNER, DATABASE));
      session.update("ALTER ROLE " + APP + " PASSWORD '" + RIGHT_PASSWORD + "'");
      requirePasswords(Path.of(session.text("SHOW hba_file").orElseThrow()));
      session.text("SELECT pg_reload_conf()::text");
    }
  }

  private static void requirePasswords(Path hba) throws IOException {
    String line = "host %s %s all scram-sha-256\n".formatted(GUARDED, APP);
    Files.writeString(hba, line + Files.readString(hba));
  }

  private static HikariDataSource pool(String role) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source(role, DATABASE));
    config.setMaximumPoolSize(20);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  static DataSource source(String role, String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port()});
    source.setDatabaseName(database);
    source.setUser(role);
    source.setApplicationName("test");
    return source;
  }
}
