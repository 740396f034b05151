package fr.cofrap.admin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the purge's role cannot do, even for someone who knows its password. */
@Tag("postgres")
final class PurgeRoleLimitsTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM users",
        "SELECT username FROM users",
        "SELECT password FROM users",
        "SELECT mfa FROM users",
        "DELETE FROM users",
        "UPDATE users SET expired = 0",
        "INSERT INTO users DEFAULT VALUES",
        "SELECT set_id FROM users FOR UPDATE",
        "SELECT * FROM pending_credentials",
        "SELECT username FROM pending_credentials",
        "SELECT password FROM pending_credentials",
        "SELECT mfa FROM pending_credentials",
        "DELETE FROM pending_credentials WHERE username = 'michel'",
        "DELETE FROM pending_credentials RETURNING password",
        "UPDATE pending_credentials SET usable_until = 0",
        "INSERT INTO pending_credentials DEFAULT VALUES",
        "SELECT * FROM code_attempts",
        "SELECT total FROM code_attempts",
        "UPDATE code_attempts SET total = 0",
        "INSERT INTO code_attempts DEFAULT VALUES",
        "TRUNCATE users",
        "TRUNCATE pending_credentials",
        "TRUNCATE code_attempts",
        "DROP TABLE users",
        "DROP TABLE pending_credentials",
        "DROP TABLE code_attempts",
        "DROP SEQUENCE user_ids",
        "ALTER TABLE pending_credentials DISABLE TRIGGER ALL",
        "CREATE TABLE mine (a int)",
        "CREATE TEMPORARY TABLE mine (a int)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE ROLE mallory",
        "CREATE DATABASE mine",
        "SET ROLE cofrap_owner",
        "SET ROLE cofrap_app",
        "SELECT nextval('user_ids')",
        "SELECT setval('user_ids', 1)",
        "SELECT * FROM flyway_schema_history",
        "SELECT pg_read_file('/etc/passwd')",
        "COPY code_attempts TO PROGRAM 'cat'",
        "SELECT rolpassword FROM pg_authid"
      })
  void isDenied(String statement) {
    try (Session session = PurgeDatabase.asPurge()) {
      Session.Refused refusal =
          catchThrowableOfType(Session.Refused.class, () -> session.execute(statement));
      assertThat(refusal.state()).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }
  }

  @Test
  void aDeniedStatementChangesNothing() {
    PurgeDatabase.empty();
    CredentialSet active = CredentialSet.active("michel").counted();
    isDenied("DELETE FROM users");
    isDenied("TRUNCATE code_attempts");
    assertThat(active.isActive()).isTrue();
    assertThat(active.hasCount()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "statement_timeout, 1min",
    "lock_timeout, 3s",
    "idle_in_transaction_session_timeout, 5s"
  })
  void limitsHowLongASessionCanBlockOthers(String setting, String value) {
    try (Session session = PurgeDatabase.asPurge()) {
      assertThat(session.text("SHOW " + setting)).isEqualTo(value);
    }
  }
}
