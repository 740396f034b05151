package fr.cofrap.admin.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Brings a PostgreSQL database to the schema that the functions need. The functions never do. */
public final class Migrations {
  private static final Set<String> NOT_REVOKED_OR_GRANTED = Set.of("01006", "01007");

  private Migrations() {}

  /**
   * Creates the roles {@code cofrap_owner}, {@code cofrap_app} and {@code cofrap_purge}, without
   * passwords, and revokes everyone else's privileges in this database. Safe to repeat.
   *
   * @param administrator connections to the service's own database, as a superuser or as its owner
   *     with CREATEROLE
   * @throws SQLException if the database refuses, even with only a warning
   */
  public static void createRoles(DataSource administrator) throws SQLException {
    try (Connection connection = administrator.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(resource("/db/roles.sql"));
      failOnWarnings(statement.getWarnings());
    }
  }

  /** PostgreSQL responds to an unprivileged GRANT or REVOKE with just a warning. */
  private static void failOnWarnings(@Nullable SQLWarning first) throws SQLException {
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      if (NOT_REVOKED_OR_GRANTED.contains(String.valueOf(warning.getSQLState()))) {
        throw new SQLException(warning.getMessage(), "42501", warning);
      }
    }
  }

  /**
   * Applies the pending migrations, in order, each in a transaction.
   *
   * @param owner connections as {@code cofrap_owner}
   * @return how many were applied; 0 if the schema was up to date
   */
  public static int apply(DataSource owner) {
    return flyway(owner).migrate().migrationsExecuted;
  }

  /**
   * Counts the migrations that {@link #apply} would apply.
   *
   * @param owner connections as {@code cofrap_owner}
   */
  static int pending(DataSource owner) {
    return flyway(owner).info().pending().length;
  }

  private static Flyway flyway(DataSource owner) {
    return Flyway.configure()
        .dataSource(owner)
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .load();
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
