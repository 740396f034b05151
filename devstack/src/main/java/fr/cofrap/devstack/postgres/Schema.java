package fr.cofrap.devstack.postgres;

import fr.cofrap.admin.database.Migrations;
import fr.cofrap.devstack.data.StackSecrets;
import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Creates the service's database, its two roles and its tables, as far as they are missing. */
public record Schema(PostgresServer server, StackSecrets secrets) {
  /**
   * Creates what is missing, and applies the new migrations.
   *
   * @return how many migrations were applied
   * @throws StartFailure if the database refuses
   */
  public int bringUpToDate() {
    try {
      createDatabase();
      DataSource administrator = server.superuserDataSource(PostgresServer.DATABASE);
      Migrations.createRoles(administrator);
      adjust(administrator);
      return Migrations.apply(server.ownerDataSource());
    } catch (SQLException | IOException | RuntimeException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new StartFailure("the database cannot be brought up to date: " + reason, e);
    }
  }

  private void createDatabase() throws SQLException {
    try (Connection connection = server.superuserDataSource("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("SELECT FROM pg_database WHERE datname = 'cofrap'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE cofrap");
    }
  }

  /** Base64 needs no quoting in SQL. */
  private void adjust(DataSource administrator) throws SQLException, IOException {
    try (Connection connection = administrator.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER DATABASE cofrap OWNER TO cofrap_owner");
      statement.execute(
          "ALTER ROLE cofrap_owner PASSWORD '" + secrets.passwordOf("cofrap_owner") + "'");
      statement.execute(
          "ALTER ROLE cofrap_app PASSWORD '" + secrets.passwordOf("cofrap_app") + "'");
    }
  }
}
