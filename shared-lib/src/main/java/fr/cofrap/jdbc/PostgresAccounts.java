package fr.cofrap.jdbc;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.ActiveCredentials;
import fr.cofrap.account.NewCredentials;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.SetId;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import fr.cofrap.login.CodeThrottle;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.totp.TimeStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The accounts in PostgreSQL. Each race is decided by a statement whose row count is the answer.
 *
 * <p>Transactions lock {@code users} before {@code pending_credentials}, so that they cannot wait
 * for each other in a circle.
 */
public final class PostgresAccounts implements Accounts {
  private final Database database;

  public PostgresAccounts(Database database) {
    this.database = database;
  }

  @Override
  public Account find(Username username, Instant now) {
    return database.call(connection ->
        Sql.first(
                connection,
                """
                SELECT %s
                FROM (VALUES (?::text)) AS asked (username)
                LEFT JOIN users u ON u.username = asked.username
                LEFT JOIN pending_credentials p
                  ON p.username = asked.username
                  AND p.usable_until > ?
                  AND p.replaces IS NOT DISTINCT FROM u.set_id
                """
                    .formatted(AccountRow.COLUMNS),
                row -> AccountRow.read(username, row),
                username.value(),
                now.getEpochSecond())
            .orElseThrow());
  }

  @Override
  public boolean startSignUp(Username username, NewCredentials credentials, Instant now) {
    return database.inTransaction(
        false,
        connection -> {
          if (!reserveName(connection, username, credentials, now)) {
            return false;
          }
          // Looked at after the name is reserved: a sign-up that activates at this moment has
          // either
          // committed, and is seen here, or will find its pending row gone.
          if (hasAccount(connection, username)) {
            throw new Database.Rollback();
          }
          return true;
        });
  }

  private static boolean reserveName(
      Connection connection, Username username, NewCredentials credentials, Instant now)
      throws SQLException {
    return Sql.update(
            connection,
            """
            INSERT INTO pending_credentials AS held
              (set_id, user_id, username, replaces, password, pending_until, usable_until)
            VALUES (?, nextval('user_ids'), ?, NULL, ?, ?, ?)
            ON CONFLICT (username) DO UPDATE SET
              set_id = excluded.set_id, user_id = excluded.user_id, replaces = NULL,
              password = excluded.password, mfa = NULL, version = 0,
              pending_until = excluded.pending_until, usable_until = excluded.usable_until
            WHERE held.pending_until <= ?
            """,
            credentials.setId().value(),
            username.value(),
            credentials.password().phc(),
            credentials.pendingUntil().getEpochSecond(),
            credentials.usableUntil().getEpochSecond(),
            now.getEpochSecond())
        == 1;
  }

  private static boolean hasAccount(Connection connection, Username username) throws SQLException {
    return Sql.first(
            connection,
            "SELECT 1 FROM users WHERE username = ?",
            row -> row.getInt(1),
            username.value())
        .isPresent();
  }

  @Override
  public boolean startRenewal(
      UserId user, SetId replaces, NewCredentials credentials, Instant now) {
    return database.call(connection ->
        Sql.update(
                connection,
                """
                WITH owner AS (
                  SELECT id, username, set_id FROM users
                  WHERE id = ? AND set_id = ? AND NOT EXISTS (
                    SELECT FROM code_attempts a WHERE a.set_id = users.set_id AND a.total >= ?)
                  FOR UPDATE)
                INSERT INTO pending_credentials
                  (set_id, user_id, username, replaces, password, pending_until, usable_until)
                SELECT ?, id, username, set_id, ?, ?, ? FROM owner
                ON CONFLICT (username) DO UPDATE SET
                  set_id = excluded.set_id, user_id = excluded.user_id,
                  replaces = excluded.replaces, password = excluded.password,
                  mfa = NULL, version = 0,
                  pending_until = excluded.pending_until, usable_until = excluded.usable_until
                """,
                user.value(),
                replaces.value(),
                CodeThrottle.MAX_TOTAL,
                credentials.setId().value(),
                credentials.password().phc(),
                credentials.pendingUntil().getEpochSecond(),
                credentials.usableUntil().getEpochSecond())
            == 1);
  }

  @Override
  public boolean bindAuthenticator(PendingCredentials read, SealedSecret secret, Instant now) {
    return database.call(connection ->
        Sql.update(
                connection,
                """
                UPDATE pending_credentials SET mfa = ?, version = version + 1
                WHERE set_id = ? AND version = ? AND usable_until > ?
                """,
                secret.text(),
                read.setId().value(),
                read.version(),
                now.getEpochSecond())
            == 1);
  }

  @Override
  public Optional<Instant> claimStep(UserId user, SetId set, TimeStep step, Instant now) {
    return database.call(connection ->
        Sql.first(
            connection,
            """
            UPDATE users SET
              last_time_step = ?, previous_login_at = last_login_at, last_login_at = ?
            WHERE id = ? AND set_id = ? AND last_time_step < ? AND expired = 0
            RETURNING previous_login_at
            """,
            row -> Instant.ofEpochSecond(row.getLong(1)),
            step.number(),
            now.getEpochSecond(),
            user.value(),
            set.value(),
            step.number()));
  }

  @Override
  public boolean claimStepAndExpire(UserId user, SetId set, TimeStep step) {
    return database.call(connection ->
        Sql.update(
                connection,
                """
                UPDATE users SET last_time_step = ?, expired = 1
                WHERE id = ? AND set_id = ? AND last_time_step < ?
                """,
                step.number(),
                user.value(),
                set.value(),
                step.number())
            == 1);
  }

  @Override
  public boolean activateSignUp(Account.SigningUp read, TimeStep step, Instant now) {
    PendingCredentials pending = read.pending();
    return database.inTransaction(
        false,
        connection ->
            endPending(connection, pending, now)
                && insertUser(connection, read, secretOf(pending), step, now));
  }

  private static boolean insertUser(
      Connection connection,
      Account.SigningUp read,
      SealedSecret secret,
      TimeStep step,
      Instant now)
      throws SQLException {
    try {
      return Sql.update(
              connection,
              """
              INSERT INTO users
                (id, username, password, mfa, gendate, set_id, last_time_step, last_login_at)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)
              """,
              read.id().value(),
              read.username().value(),
              read.pending().password().phc(),
              secret.text(),
              now.getEpochSecond(),
              read.pending().setId().value(),
              step.number(),
              now.getEpochSecond())
          == 1;
    } catch (SQLException e) {
      if (SqlFailure.isUniqueViolation(e)) {
        throw new Database.Rollback();
      }
      throw e;
    }
  }

  @Override
  public Optional<Instant> activateRenewal(
      Account.Enrolled read, PendingCredentials renewal, TimeStep step, Instant now) {
    return database.inTransaction(
        Optional.empty(),
        connection -> {
          Optional<Instant> previous = replaceSet(connection, read, renewal, step, now);
          if (previous.isPresent() && !endPending(connection, renewal, now)) {
            throw new Database.Rollback();
          }
          return previous;
        });
  }

  private static Optional<Instant> replaceSet(
      Connection connection,
      Account.Enrolled read,
      PendingCredentials renewal,
      TimeStep step,
      Instant now)
      throws SQLException {
    ActiveCredentials replaced = read.active();
    return Sql.first(
        connection,
        """
        UPDATE users SET
          set_id = ?, password = ?, mfa = ?, gendate = ?, expired = 0, last_time_step = ?,
          previous_login_at = last_login_at, last_login_at = ?
        WHERE id = ? AND set_id = ? AND NOT EXISTS (
          SELECT FROM code_attempts a WHERE a.set_id = users.set_id AND a.total >= ?)
        RETURNING previous_login_at
        """,
        row -> Instant.ofEpochSecond(row.getLong(1)),
        renewal.setId().value(),
        renewal.password().phc(),
        secretOf(renewal).text(),
        now.getEpochSecond(),
        step.number(),
        now.getEpochSecond(),
        read.id().value(),
        replaced.setId().value(),
        CodeThrottle.MAX_TOTAL);
  }

  /** Ends exactly what was read: a newer secret of the same set has a newer version. */
  private static boolean endPending(Connection connection, PendingCredentials read, Instant now)
      throws SQLException {
    return Sql.update(
            connection,
            """
            DELETE FROM pending_credentials
            WHERE set_id = ? AND version = ? AND usable_until > ?
            """,
            read.setId().value(),
            read.version(),
            now.getEpochSecond())
        == 1;
  }

  private static SealedSecret secretOf(PendingCredentials pending) {
    return pending
        .totpSecret()
        .orElseThrow(() -> new IllegalArgumentException("no authenticator is bound"));
  }

  @Override
  public void rehash(UserId user, ActiveCredentials read, PasswordHash stronger) {
    database.call(connection ->
        Sql.update(
            connection,
            "UPDATE users SET password = ? WHERE id = ? AND set_id = ? AND password = ?",
            stronger.phc(),
            user.value(),
            read.setId().value(),
            read.password().phc()));
  }
}
