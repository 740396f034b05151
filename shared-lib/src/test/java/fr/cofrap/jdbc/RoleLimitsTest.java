package fr.cofrap.jdbc;

import static fr.cofrap.account.SampleCredentials.fingerprint;
import static fr.cofrap.account.SampleCredentials.fresh;
import static fr.cofrap.account.SampleCredentials.sealed;
import static fr.cofrap.account.SampleCredentials.unusedName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.Username;
import fr.cofrap.jdbc.Session.StatementFailed;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the functions' role cannot do, even for someone who knows its password. {@link
 * PostgresAccountsTest} and {@link PostgresCodeThrottleTest} show that it can do what the functions
 * need.
 */
@Tag("postgres")
final class RoleLimitsTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM users",
        "UPDATE users SET username = 'mallory'",
        "UPDATE users SET id = 1",
        "TRUNCATE users",
        "TRUNCATE pending_credentials",
        "TRUNCATE code_attempts",
        "DELETE FROM code_attempts",
        "UPDATE code_attempts SET set_id = gen_random_uuid()",
        "DROP TABLE users",
        "DROP TABLE pending_credentials",
        "DROP TABLE code_attempts",
        "DROP SEQUENCE user_ids",
        "ALTER TABLE users ADD COLUMN note text",
        "ALTER TABLE users DISABLE TRIGGER ALL",
        "CREATE TABLE mine (a int)",
        "CREATE TEMPORARY TABLE mine (a int)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE ROLE mallory",
        "CREATE DATABASE mine",
        "SET ROLE cofrap_owner",
        "SET ROLE cofrap_purge",
        "SELECT setval('user_ids', 1)",
        "SELECT * FROM flyway_schema_history",
        "DELETE FROM flyway_schema_history",
        "SELECT pg_read_file('/etc/passwd')",
        "COPY users TO '/tmp/users'",
        "COPY users TO PROGRAM 'cat'",
        "SELECT rolpassword FROM pg_authid"
      })
  void isDenied(String statement) {
    try (Session session = TestDatabase.asApp()) {
      StatementFailed refusal =
          catchThrowableOfType(StatementFailed.class, () -> session.execute(statement));
      assertThat(refusal.state()).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }
  }

  @Test
  void aDeniedStatementChangesNothing() {
    Username name = unusedName();
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    Accounts accounts = new PostgresAccounts(TestDatabase.shared());
    accounts.startSignUp(name, fresh(now), now);
    accounts.bindAuthenticator(
        ((Account.SigningUp) accounts.find(name, now)).pending(), sealed(), now);
    accounts.activateSignUp(
        (Account.SigningUp) accounts.find(name, now),
        fingerprint(new CredentialSetId(UUID.randomUUID())),
        TimeStep.at(now),
        now);
    Account before = accounts.find(name, now);
    isDenied("DELETE FROM users");
    isDenied("UPDATE users SET username = 'mallory'");
    assertThat(accounts.find(name, now)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "statement_timeout, 5s",
    "lock_timeout, 3s",
    "idle_in_transaction_session_timeout, 5s"
  })
  void limitsHowLongASessionCanBlockOthers(String setting, String value) {
    try (Session session = TestDatabase.asApp()) {
      assertThat(session.text("SHOW " + setting)).contains(value);
    }
  }
}
