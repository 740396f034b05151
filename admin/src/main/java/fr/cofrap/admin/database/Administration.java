package fr.cofrap.admin.database;

import fr.cofrap.admin.Environment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What a database administrator does to the service's tables, as their owner. */
public record Administration(Login login) {
  private static final String REMOVE =
      """
      WITH activated AS (DELETE FROM users WHERE username = ?)
      DELETE FROM pending_credentials WHERE username = ?
      """;

  /** Reads the variables that {@code cofrap database --help} describes. */
  public static Administration of(Environment environment) {
    return new Administration(
        Login.ofAdministrator(environment).to(environment.text("DB_NAME", "cofrap")));
  }

  /**
   * Removes a user with all credentials, if the user exists.
   *
   * @throws fr.cofrap.admin.Failure if the database refuses
   */
  public void removeUser(String username) {
    try (Connection connection = login.actingAs("cofrap_owner").getConnection();
        PreparedStatement remove = connection.prepareStatement(REMOVE)) {
      remove.setString(1, username);
      remove.setString(2, username);
      remove.executeUpdate();
    } catch (SQLException e) {
      throw SqlErrorMessage.failure(login, e);
    }
  }
}
