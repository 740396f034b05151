package fr.cofrap.admin;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGConnection;

/**
 * The password that a role shall have.
 *
 * @param variable the setting that names the password's file
 * @param password empty to leave the role's as it is
 */
record RolePassword(String role, String variable, Optional<String> password) {
  /** A wrong password, a login that is not allowed, and one without SCRAM, which proves nothing. */
  private static final Set<String> REFUSALS = Set.of("28P01", "28000", "08004");

  /**
   * @throws Failure if the file that the setting names cannot be used
   */
  static RolePassword of(String role, Environment environment, String variable) {
    return new RolePassword(
        role, variable, environment.text(variable).map(Path::of).map(Environment::secret));
  }

  /** Sets it, unless the server proves to know it. */
  void set(Login administrator, Report report) throws SQLException {
    String subject = "password of " + role;
    if (password.isEmpty()) {
      report.found("%s: left as it is, %s is not set".formatted(subject, variable));
    } else if (isKnownTo(administrator, password.get())) {
      report.found(subject + ": is set");
    } else {
      alter(administrator, password.get());
      report.done(subject + ": set");
    }
  }

  private boolean isKnownTo(Login administrator, String wanted) throws SQLException {
    try (Connection _ = administrator.as(role, wanted).provenByPassword().getConnection()) {
      return true;
    } catch (SQLException e) {
      if (REFUSALS.contains(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  /** The server gets SCRAM's verifier only, so that no log of it can hold the password. */
  private void alter(Login administrator, String wanted) throws SQLException {
    try (Connection connection = administrator.dataSource().getConnection()) {
      connection
          .unwrap(PGConnection.class)
          .alterUserPassword(role, wanted.toCharArray(), "scram-sha-256");
    }
  }

  @Override
  public String toString() {
    return "RolePassword[" + role + "]";
  }
}
