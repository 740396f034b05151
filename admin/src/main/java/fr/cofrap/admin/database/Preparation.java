package fr.cofrap.admin.database;

import fr.cofrap.admin.Environment;
import fr.cofrap.admin.Failure;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/**
 * Sets up what the service needs on a PostgreSQL server: database, roles, schema and passwords.
 * What exists is kept.
 *
 * @param administrator a login to an existing database
 * @param functionsHost the server's name as functions know it, if its certificate should be
 *     verified for that name
 */
record Preparation(
    Login administrator,
    Optional<String> functionsHost,
    ServiceDatabase service,
    List<RolePassword> passwords) {
  static Preparation of(Environment environment) {
    Login administrator = Login.ofAdministrator(environment);
    return new Preparation(
        administrator,
        environment.text("DB_HOST"),
        new ServiceDatabase(administrator, environment.text("DB_NAME", "cofrap")),
        List.of(
            RolePassword.of("cofrap_app", environment, "APP_PASSWORD_FILE"),
            RolePassword.of("cofrap_purge", environment, "PURGE_PASSWORD_FILE")));
  }

  /**
   * Shows what {@link #run} would do.
   *
   * @throws Failure if the database refuses
   */
  void plan(PrintWriter out) {
    attempt(() -> {
      verifyFunctionsHost();
      out.println(
          "database " + service.name() + ": " + (service.exists() ? "exists" : "will be created"));
      out.println(
          service
              .missingRoles()
              .map(roles -> "roles: will create " + roles)
              .orElse("roles: exist"));
      out.println(service.describePendingMigrations());
      for (RolePassword password : passwords) {
        out.println(password.plan(administrator));
      }
      out.println("pg_hba.conf needs this line, with the addresses that the nodes connect from:");
      out.println(
          "  hostssl  " + service.name() + "  cofrap_app,cofrap_purge  ADDRESSES  scram-sha-256");
    });
  }

  /**
   * Does what has not been done yet.
   *
   * @throws Failure if the database refuses
   */
  void run(Report report) {
    attempt(() -> {
      verifyFunctionsHost();
      service.create(report);
      service.createRoles(report);
      service.migrate(report);
      for (RolePassword password : passwords) {
        password.set(administrator.to(service.name()), report);
      }
      report.end();
    });
  }

  private void attempt(Work work) {
    try {
      work.run();
    } catch (SQLException | FlywayException e) {
      throw SqlErrorMessage.failure(administrator.to(service.name()), e);
    }
  }

  /** Runs before anything is changed: functions refuse to talk to a server with another name. */
  private void verifyFunctionsHost() throws SQLException {
    if (functionsHost.isEmpty()) {
      return;
    }
    try (Connection _ = administrator.verifiedAs(functionsHost.get()).getConnection()) {
      return;
    } catch (SQLException e) {
      failUnlessOnlyTheNameDiffers();
      throw new Failure(
          "%s: the certificate is not valid for %s, the name in DB_HOST that functions connect to: %s"
              .formatted(
                  administrator, functionsHost.get(), SqlErrorMessage.firstLine(e.getMessage())),
          e);
    }
  }

  /** The driver reports a wrong name like any other broken connection. */
  private void failUnlessOnlyTheNameDiffers() throws SQLException {
    try (Connection _ = administrator.dataSource().getConnection()) {
      return;
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }
}
