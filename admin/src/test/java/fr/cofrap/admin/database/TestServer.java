package fr.cofrap.admin.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server for one test. Everyone except {@code postgres} needs a password, except in
 * the database {@code trusting}.
 */
record TestServer(EmbeddedPostgres running) implements AutoCloseable {
  static TestServer start() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.start();
      try (Session session = new Session(server.getPostgresDatabase())) {
        Files.writeString(
            Path.of(session.text("SHOW hba_file")),
            """
            host all      postgres 127.0.0.1/32 trust
            host trusting all      127.0.0.1/32 trust
            host all      all      127.0.0.1/32 scram-sha-256
            """);
        session.text("SELECT pg_reload_conf()");
      }
      return new TestServer(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return running.getPort();
  }

  /** The variables of {@code prepare} that name this server. */
  Map<String, String> asAdministrator(String role, String password, String database) {
    return Map.of(
        "PGHOST",
        "127.0.0.1",
        "PGPORT",
        Integer.toString(port()),
        "PGSSLMODE",
        "disable",
        "PGUSER",
        role,
        "PGPASSWORD",
        password,
        "DB_NAME",
        database);
  }

  /** A session of a superuser. */
  Session superuser(String database) {
    return session(database, "postgres", "");
  }

  Session session(String database, String role, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port()});
    source.setDatabaseName(database);
    source.setUser(role);
    source.setPassword(password);
    return new Session(source);
  }

  @Override
  public void close() throws IOException {
    running.close();
  }
}
