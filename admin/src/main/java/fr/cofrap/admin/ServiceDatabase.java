package fr.cofrap.admin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The service's own database on a server, and what an administrator does to it. */
record ServiceDatabase(Login administrator, String name) {
  private static final String MISSING_ROLES =
      """
      SELECT string_agg(role, ', ')
      FROM unnest(ARRAY['cofrap_owner', 'cofrap_app', 'cofrap_purge']) AS role
      WHERE to_regrole(role) IS NULL
      """;

  void create(Report report) throws SQLException {
    try (Connection connection = administrator.dataSource().getConnection()) {
      if (exists(connection)) {
        report.found("database " + name + ": is there");
        return;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
      }
      report.done("database " + name + ": created");
    }
  }

  private boolean exists(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
      query.setString(1, name);
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  void createRoles(Report report) throws SQLException {
    DataSource source = administrator.to(name).dataSource();
    String missing = missingRoles(source);
    Migrations.createRoles(source);
    if (missing == null) {
      report.found("roles: are there");
    } else {
      report.done("roles: created " + missing);
    }
  }

  private static @Nullable String missingRoles(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet missing = statement.executeQuery(MISSING_ROLES)) {
      missing.next();
      return missing.getString(1);
    }
  }

  void migrate(Report report) {
    int applied = Migrations.apply(administrator.to(name).actingAs("cofrap_owner"));
    if (applied == 0) {
      report.found("schema: is up to date");
    } else {
      report.done("schema: applied migrations: " + applied);
    }
  }
}
