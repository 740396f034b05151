package fr.cofrap.jdbc;

import fr.cofrap.account.Account;
import fr.cofrap.account.ActiveCredentials;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.Fingerprint;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.throttle.CodeThrottle;
import fr.cofrap.totp.TimeStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The statements on {@code users}; each returns whether it changed anything, a login when the user
 * last logged in.
 */
final class UsersTable {
  private UsersTable() {}

  static boolean has(Connection connection, Username username) throws SQLException {
    return Sql.first(
            connection,
            "SELECT 1 FROM users WHERE username = ?",
            row -> row.getInt(1),
            username.value())
        .isPresent();
  }

  /** Adds a user whose sign-up has just logged in; never changes an existing one. */
  static boolean insert(
      Connection connection,
      Account.SigningUp read,
      Fingerprint current,
      TimeStep step,
      Instant now)
      throws SQLException {
    PendingCredentials pending = read.pending();
    return Sql.update(
            connection,
            """
            INSERT INTO users
              (id, username, password, fingerprint, mfa, gendate, set_id, last_time_step,
               last_login_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            read.id().value(),
            read.username().value(),
            pending.password().phc(),
            current.text(),
            secretOf(pending).text(),
            now.getEpochSecond(),
            pending.setId().value(),
            step.number(),
            now.getEpochSecond())
        == 1;
  }

  /** Replaces a set with its renewal, and returns when the user last logged in. */
  static Optional<Instant> replaceSet(
      Connection connection,
      Account.Enrolled read,
      PendingCredentials renewal,
      Fingerprint current,
      TimeStep step,
      Instant now)
      throws SQLException {
    return Sql.first(
        connection,
        """
        UPDATE users SET
          set_id = ?, password = ?, fingerprint = ?, mfa = ?, gendate = ?, expired = 0,
          last_time_step = ?,
          previous_login_at = last_login_at, last_login_at = ?
        WHERE id = ? AND set_id = ? AND NOT EXISTS (
          SELECT FROM code_attempts a WHERE a.set_id = users.set_id AND a.total >= ?)
        RETURNING previous_login_at
        """,
        row -> Instant.ofEpochSecond(row.getLong(1)),
        renewal.setId().value(),
        renewal.password().phc(),
        current.text(),
        secretOf(renewal).text(),
        now.getEpochSecond(),
        step.number(),
        now.getEpochSecond(),
        read.id().value(),
        read.active().setId().value(),
        CodeThrottle.MAX_TOTAL);
  }

  private static SealedSecret secretOf(PendingCredentials pending) {
    return pending
        .totpSecret()
        .orElseThrow(() -> new IllegalArgumentException("no authenticator is bound"));
  }

  /** Uses up a step of a set in force, and returns when the user last logged in. */
  static Optional<Instant> claimStep(
      Connection connection,
      UserId user,
      CredentialSetId set,
      Fingerprint current,
      TimeStep step,
      Instant now)
      throws SQLException {
    return Sql.first(
        connection,
        """
        UPDATE users SET
          fingerprint = ?, last_time_step = ?,
          previous_login_at = last_login_at, last_login_at = ?
        WHERE id = ? AND set_id = ? AND last_time_step < ? AND expired = 0
        RETURNING previous_login_at
        """,
        row -> Instant.ofEpochSecond(row.getLong(1)),
        current.text(),
        step.number(),
        now.getEpochSecond(),
        user.value(),
        set.value(),
        step.number());
  }

  /** Uses up a step of an expired set, and marks the set as expired. */
  static boolean claimStepAndExpire(
      Connection connection, UserId user, CredentialSetId set, Fingerprint current, TimeStep step)
      throws SQLException {
    return Sql.update(
            connection,
            """
            UPDATE users SET fingerprint = ?, last_time_step = ?, expired = 1
            WHERE id = ? AND set_id = ? AND last_time_step < ?
            """,
            current.text(),
            step.number(),
            user.value(),
            set.value(),
            step.number())
        == 1;
  }

  /** Stores another hash of the same password, if the one that was read is still stored. */
  static boolean rehash(
      Connection connection, UserId user, ActiveCredentials read, PasswordHash stronger)
      throws SQLException {
    return Sql.update(
            connection,
            "UPDATE users SET password = ? WHERE id = ? AND set_id = ? AND password = ?",
            stronger.phc(),
            user.value(),
            read.setId().value(),
            read.password().phc())
        == 1;
  }
}
