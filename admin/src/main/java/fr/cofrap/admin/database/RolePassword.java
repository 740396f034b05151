package fr.cofrap.admin.database;

import fr.cofrap.admin.Environment;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGConnection;

/**
 * The password that a role should have.
 *
 * @param variable the setting that names the password's file
 * @param password empty to leave the role's password unchanged
 */
record RolePassword(String role, String variable, Optional<String> password) {
  /** A wrong password, a login that is not allowed, or one without SCRAM, which proves nothing. */
  private static final Set<String> REFUSALS = Set.of("28P01", "28000", "08004");

  /**
   * @throws Failure if the file that the setting names cannot be used
   */
  static RolePassword of(String role, Environment environment, String variable) {
    return new RolePassword(
        role, variable, environment.text(variable).map(Path::of).map(Environment::secret));
  }

  /** Sets the password, unless the role can already log in with it. */
  void set(Login administrator, Report report) throws SQLException {
    if (password.isEmpty()) {
      report.unchanged(subject() + unchanged());
    } else if (isKnownTo(administrator, password.get())) {
      report.unchanged(subject() + ": already set");
    } else {
      alter(administrator, password.get());
      report.changed(subject() + ": set");
    }
  }

  /** One line that says what {@link #set} would do. */
  String plan(Login administrator) throws SQLException {
    if (password.isEmpty()) {
      return subject() + unchanged();
    }
    return subject()
        + (isKnownTo(administrator, password.get()) ? ": already set" : ": will be set");
  }

  private String subject() {
    return "password of " + role;
  }

  private String unchanged() {
    return ": unchanged, because %s is not set".formatted(variable);
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

  /** Sends only SCRAM's verifier, so that the server's log cannot contain the password. */
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
