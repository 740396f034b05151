package fr.cofrap.admin.database;

import fr.cofrap.admin.Environment;
import java.nio.file.Path;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbcurlresolver.PgPassParser;

/**
 * Where the server is, and how to log in.
 *
 * @param password empty to use what libpq would: the line for this server in {@code ~/.pgpass} or
 *     the file that {@code PGPASSFILE} names
 * @param rootCertificate PEM file of the authority that signed the server's certificate
 */
public record Login(
    String host,
    int port,
    String database,
    String user,
    String password,
    String sslMode,
    Optional<Path> rootCertificate) {
  private static final int CONNECT_SECONDS = 10;

  /**
   * Longer than any role's {@code statement_timeout}, so that the server cancels a statement first.
   */
  private static final int RESPONSE_SECONDS = 90;

  /** The administrator's login to an existing database, from libpq's variables. */
  static Login ofAdministrator(Environment environment) {
    String sslMode = environment.sslMode("PGSSLMODE");
    return new Login(
        environment.text("PGHOST", "localhost"),
        environment.port("PGPORT"),
        environment.text("PGDATABASE", "postgres"),
        environment.text("PGUSER", "postgres"),
        environment.text("PGPASSWORD", ""),
        sslMode,
        environment.rootCertificate("PGSSLROOTCERT", Optional.empty(), sslMode));
  }

  Login to(String otherDatabase) {
    return new Login(host, port, otherDatabase, user, password, sslMode, rootCertificate);
  }

  Login as(String otherUser, String itsPassword) {
    return new Login(host, port, database, otherUser, itsPassword, sslMode, rootCertificate);
  }

  PGSimpleDataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {host});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    if (!password.isEmpty()) {
      source.setPassword(password);
    }
    source.setSslMode(sslMode);
    rootCertificate.ifPresent(file -> source.setSslRootCert(file.toString()));
    source.setApplicationName("cofrap-database");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(RESPONSE_SECONDS);
    source.setLogServerErrorDetail(false);
    return source;
  }

  /** Sessions that act as another role from the start. */
  PGSimpleDataSource actingAs(String role) {
    PGSimpleDataSource source = dataSource();
    source.setOptions("-c role=" + role);
    return source;
  }

  /** Sessions with the same server, verified as if it had been reached under another name. */
  PGSimpleDataSource verifiedAs(String name) {
    PGSimpleDataSource source =
        new Login(name, port, database, user, password, "verify-full", rootCertificate)
            .dataSource();
    if (password.isEmpty()) {
      // The driver would look for the other name in ~/.pgpass.
      source.setPassword(PgPassParser.getPassword(host, Integer.toString(port), database, user));
    }
    source.setSocketFactory(RedirectedSocketFactory.class.getName());
    source.setSocketFactoryArg(host);
    return source;
  }

  /** Sessions that exist only if the server requested the password and it was correct. */
  PGSimpleDataSource provenByPassword() {
    PGSimpleDataSource source = dataSource();
    source.setRequireAuth("scram-sha-256");
    return source;
  }

  @Override
  public String toString() {
    return "%s@%s:%d/%s".formatted(user, host, port, database);
  }
}
