package fr.cofrap.admin.database;

import fr.cofrap.admin.Environment;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Deletes what no longer has any effect: pending credentials that can no longer be used, and counts
 * of wrong codes for sets that no longer exist.
 *
 * <p>Each is one statement, in its own transaction, so that its snapshot decides. A set that is
 * being activated is in one of the two tables in every snapshot and keeps its count. If a sign-up
 * takes over a row meanwhile, PostgreSQL checks the condition again once that has committed. A
 * deleted set never comes back, so a late login can only leave another count without effect, for
 * the next purge.
 */
record Purge(Login login) {
  private static final String STALE =
      """
      DELETE FROM pending_credentials
      WHERE usable_until <= floor(extract(epoch FROM now()))::bigint
      """;

  private static final String ENDED =
      """
      DELETE FROM code_attempts a
      WHERE NOT EXISTS (SELECT FROM users u WHERE u.set_id = a.set_id)
        AND NOT EXISTS (SELECT FROM pending_credentials p WHERE p.set_id = a.set_id)
      """;

  /** How many rows were deleted. */
  record Deleted(int pendingCredentials, int codeAttempts) {
    @Override
    public String toString() {
      return "deleted pending_credentials: %d, code_attempts: %d"
          .formatted(pendingCredentials, codeAttempts);
    }
  }

  static Purge of(Environment environment) {
    Path secrets = Path.of(environment.text("SECRETS_DIR", "/var/openfaas/secrets"));
    String sslMode = environment.sslMode("DB_SSLMODE");
    return new Purge(
        new Login(
            environment.text("DB_HOST", "host.k3d.internal"),
            environment.port("DB_PORT"),
            environment.text("DB_NAME", "cofrap"),
            "cofrap_purge",
            Environment.secret(secrets.resolve("DB_PASSWORD")),
            sslMode,
            environment.rootCertificate(
                "DB_SSLROOTCERT", Optional.of(secrets.resolve("DB_CA_CERT")), sslMode)));
  }

  /**
   * Runs both statements.
   *
   * @throws Failure if the database refuses
   */
  Deleted run() {
    try (Connection connection = login.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      return new Deleted(statement.executeUpdate(STALE), statement.executeUpdate(ENDED));
    } catch (SQLException e) {
      throw SqlErrorMessage.failure(login, e);
    }
  }
}
