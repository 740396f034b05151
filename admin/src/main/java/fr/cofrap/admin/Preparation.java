package fr.cofrap.admin;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a PostgreSQL server to what the service needs: database, roles, schema and passwords. What
 * is there already stays.
 *
 * @param administrator a login to a database that is there already
 * @param database the service's own
 */
record Preparation(Login administrator, String database, List<RolePassword> passwords) {
  static Preparation of(Environment environment) {
    String sslMode = environment.sslMode("PGSSLMODE");
    Login administrator =
        new Login(
            environment.text("PGHOST", "localhost"),
            environment.port("PGPORT"),
            environment.text("PGDATABASE", "postgres"),
            environment.text("PGUSER", "postgres"),
            environment.text("PGPASSWORD", ""),
            sslMode,
            environment.rootCertificate("PGSSLROOTCERT", Optional.empty(), sslMode));
    return new Preparation(
        administrator,
        environment.text("DB_NAME", "cofrap"),
        List.of(
            RolePassword.of("cofrap_app", environment, "APP_PASSWORD_FILE"),
            RolePassword.of("cofrap_purge", environment, "PURGE_PASSWORD_FILE")));
  }

  /**
   * Does what is not done yet.
   *
   * @throws Failure when the database refuses
   */
  void run(Report report) {
    ServiceDatabase service = new ServiceDatabase(administrator, database);
    try {
      service.create(report);
      service.createRoles(report);
      service.migrate(report);
      for (RolePassword password : passwords) {
        password.set(administrator.to(database), report);
      }
      report.end();
    } catch (SQLException | FlywayException e) {
      throw SqlTrouble.failure(administrator.to(database), e);
    }
  }
}
