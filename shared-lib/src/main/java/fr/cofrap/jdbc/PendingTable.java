package fr.cofrap.jdbc;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.NewCredentials;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.TicketUse;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import fr.cofrap.throttle.CodeThrottle;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The statements on {@code pending_credentials}; those that write return whether they did. */
final class PendingTable {
  private PendingTable() {}

  /** Stores a sign-up, unless another one has reserved the name. */
  static boolean reserveName(
      Connection connection, Username username, NewCredentials credentials, Instant now)
      throws SQLException {
    return Sql.update(
            connection,
            """
            INSERT INTO pending_credentials AS held
              (set_id, user_id, username, replaces, password, fingerprint,
               pending_until, usable_until)
            VALUES (?, nextval('user_ids'), ?, NULL, ?, ?, ?, ?)
            ON CONFLICT (username) DO UPDATE SET
              set_id = excluded.set_id, user_id = excluded.user_id, replaces = NULL,
              password = excluded.password, fingerprint = excluded.fingerprint,
              mfa = NULL, version = 0, ticket_expires_at = NULL, issued = 1,
              pending_until = excluded.pending_until, usable_until = excluded.usable_until
            WHERE held.pending_until <= ?
            """,
            credentials.setId().value(),
            username.value(),
            credentials.password().phc(),
            credentials.fingerprint().text(),
            credentials.pendingUntil().getEpochSecond(),
            credentials.usableUntil().getEpochSecond(),
            now.getEpochSecond())
        == 1;
  }

  /** Reads no further than to the nth row of the index on {@code usable_until}. */
  static Optional<Instant> nthNewestSignUp(
      Connection connection, int n, Instant after, Instant until) throws SQLException {
    return Sql.first(
        connection,
        """
        SELECT usable_until FROM pending_credentials
        WHERE replaces IS NULL AND usable_until > ? AND usable_until <= ?
        ORDER BY usable_until DESC OFFSET ? LIMIT 1
        """,
        row -> Instant.ofEpochSecond(row.getLong(1)),
        after.getEpochSecond(),
        until.getEpochSecond(),
        n - 1);
  }

  /**
   * Stores a renewal, if the set it replaces is in force and the ticket is not used up, and
   * replaces whatever is pending.
   */
  static boolean storeRenewal(
      Connection connection,
      UserId user,
      CredentialSetId replaces,
      Instant ticketExpiresAt,
      NewCredentials credentials)
      throws SQLException {
    return Sql.update(
            connection,
            """
            WITH owner AS (
              SELECT id, username, set_id FROM users
              WHERE id = ? AND set_id = ? AND NOT EXISTS (
                SELECT FROM code_attempts a WHERE a.set_id = users.set_id AND a.total >= ?)
              FOR UPDATE)
            INSERT INTO pending_credentials AS held
              (set_id, user_id, username, replaces, password, fingerprint,
               pending_until, usable_until, ticket_expires_at)
            SELECT ?, id, username, set_id, ?, ?, ?, ?, ? FROM owner
            ON CONFLICT (username) DO UPDATE SET
              set_id = excluded.set_id, user_id = excluded.user_id,
              replaces = excluded.replaces, password = excluded.password,
              fingerprint = excluded.fingerprint, mfa = NULL, version = 0,
              pending_until = excluded.pending_until, usable_until = excluded.usable_until,
              ticket_expires_at = excluded.ticket_expires_at,
              issued = CASE
                WHEN held.replaces = excluded.replaces
                  AND held.ticket_expires_at = excluded.ticket_expires_at
                THEN held.issued + 1 ELSE 1 END
            WHERE held.replaces IS DISTINCT FROM excluded.replaces
              OR held.ticket_expires_at IS NULL
              OR held.ticket_expires_at < excluded.ticket_expires_at
              OR (held.ticket_expires_at = excluded.ticket_expires_at AND held.issued < ?)
            """,
            user.value(),
            replaces.value(),
            CodeThrottle.MAX_TOTAL,
            credentials.setId().value(),
            credentials.password().phc(),
            credentials.fingerprint().text(),
            credentials.pendingUntil().getEpochSecond(),
            credentials.usableUntil().getEpochSecond(),
            ticketExpiresAt.getEpochSecond(),
            TicketUse.MAX_PASSWORDS)
        == 1;
  }

  /** Stores a TOTP secret in exactly the version that was read, and increments the version. */
  static boolean bind(
      Connection connection, PendingCredentials read, SealedSecret secret, Instant now)
      throws SQLException {
    return Sql.update(
            connection,
            """
            UPDATE pending_credentials SET mfa = ?, version = version + 1
            WHERE set_id = ? AND version = ? AND usable_until > ?
            """,
            secret.text(),
            read.setId().value(),
            read.version(),
            now.getEpochSecond())
        == 1;
  }

  /** Deletes exactly what was read: with a newer secret the same set has a newer version. */
  static boolean end(Connection connection, PendingCredentials read, Instant now)
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
}
