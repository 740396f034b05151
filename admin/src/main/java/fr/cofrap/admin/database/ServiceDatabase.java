package fr.cofrap.admin.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** The service's own database, and what an administrator does to it. */
record ServiceDatabase(Login administrator, String name) {
  private static final String MISSING_ROLES =
      """
      SELECT string_agg(role, ', ')
      FROM unnest(ARRAY['cofrap_owner', 'cofrap_app', 'cofrap_purge']) AS role
      WHERE to_regrole(role) IS NULL
      """;

  void create(Report report) throws SQLException {
    if (exists()) {
      report.unchanged("database " + name + ": exists");
      return;
    }
    try (Connection connection = administrator.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
    }
    report.changed("database " + name + ": created");
  }

  boolean exists() throws SQLException {
    try (Connection connection = administrator.dataSource().getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
      query.setString(1, name);
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  void createRoles(Report report) throws SQLException {
    Optional<String> missing = missingRoles();
    Migrations.createRoles(administrator.to(name).dataSource());
    missing.ifPresentOrElse(
        roles -> report.changed("roles: created " + roles), () -> report.unchanged("roles: exist"));
  }

  /** The names of the roles that do not exist yet, separated by commas. */
  Optional<String> missingRoles() throws SQLException {
    try (Connection connection = administrator.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet missing = statement.executeQuery(MISSING_ROLES)) {
      missing.next();
      return Optional.ofNullable(missing.getString(1));
    }
  }

  void migrate(Report report) {
    int applied = Migrations.apply(owner());
    if (applied == 0) {
      report.unchanged("schema: up to date");
    } else {
      report.changed("schema: applied migrations: " + applied);
    }
  }

  String describePendingMigrations() throws SQLException {
    if (!exists() || missingRoles().isPresent()) {
      return "schema: will apply every migration";
    }
    int pending = Migrations.pending(owner());
    return pending == 0 ? "schema: up to date" : "schema: will apply migrations: " + pending;
  }

  private DataSource owner() {
    return administrator.to(name).actingAs("cofrap_owner");
  }
}
