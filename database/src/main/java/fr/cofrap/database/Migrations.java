package fr.cofrap.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a PostgreSQL database to the schema that the functions need. The functions never do. */
public final class Migrations {
  private Migrations() {}

  /**
   * Creates the roles {@code cofrap_owner} and {@code cofrap_app}, without passwords, and takes
   * from everybody else what they could do in this database. Can run again.
   *
   * @param administrator connections of a superuser to the service's own database
   * @throws SQLException when the database refuses
   */
  public static void createRoles(DataSource administrator) throws SQLException {
    try (Connection connection = administrator.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(resource("/roles.sql"));
    }
  }

  /**
   * Applies the migrations that are not applied yet, in order, each in a transaction.
   *
   * @param owner connections as {@code cofrap_owner}
   * @return how many were applied; 0 when the schema was up to date
   */
  public static int apply(DataSource owner) {
    return Flyway.configure()
        .dataSource(owner)
        .locations("classpath:migrations")
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .load()
        .migrate()
        .migrationsExecuted;
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Migrations.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
