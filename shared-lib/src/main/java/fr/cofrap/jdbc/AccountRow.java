package fr.cofrap.jdbc;

import fr.cofrap.account.Account;
import fr.cofrap.account.ActiveCredentials;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.Fingerprint;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.TicketUse;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.totp.TimeStep;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an account from a row that joins its active and its pending credentials. */
final class AccountRow {
  private static final String BY_NAME =
      """
      SELECT
        u.id, u.set_id, u.password, u.fingerprint, u.mfa, u.gendate, u.last_time_step, u.expired,
        p.user_id AS pending_user_id, p.set_id AS pending_set_id, p.password AS pending_password,
        p.fingerprint AS pending_fingerprint, p.mfa AS pending_mfa, p.version AS pending_version,
        p.pending_until, p.ticket_expires_at, p.issued
      FROM (VALUES (?::text)) AS asked (username)
      LEFT JOIN users u ON u.username = asked.username
      LEFT JOIN pending_credentials p
        ON p.username = asked.username
        AND p.usable_until > ?
        AND p.replaces IS NOT DISTINCT FROM u.set_id
      """;

  private AccountRow() {}

  static Account find(Connection connection, Username username, Instant now) throws SQLException {
    return Sql.first(
            connection, BY_NAME, row -> read(username, row), username.value(), now.getEpochSecond())
        .orElseThrow();
  }

  private static Account read(Username username, ResultSet row) throws SQLException {
    Optional<PendingCredentials> pending = pending(row);
    UUID activeSet = row.getObject("set_id", UUID.class);
    if (activeSet != null) {
      return new Account.Enrolled(
          new UserId(row.getLong("id")),
          username,
          active(new CredentialSetId(activeSet), row),
          pending);
    }
    if (pending.isPresent()) {
      return new Account.SigningUp(
          new UserId(row.getLong("pending_user_id")), username, pending.get());
    }
    return new Account.Absent();
  }

  private static ActiveCredentials active(CredentialSetId set, ResultSet row) throws SQLException {
    return new ActiveCredentials(
        set,
        new PasswordHash(row.getString("password")),
        Fingerprint.parse(row.getString("fingerprint")),
        new SealedSecret(row.getString("mfa")),
        Instant.ofEpochSecond(row.getLong("gendate")),
        new TimeStep(row.getLong("last_time_step")),
        row.getInt("expired") != 0);
  }

  private static Optional<PendingCredentials> pending(ResultSet row) throws SQLException {
    UUID set = row.getObject("pending_set_id", UUID.class);
    if (set == null) {
      return Optional.empty();
    }
    @Nullable String secret = row.getString("pending_mfa");
    return Optional.of(
        new PendingCredentials(
            new CredentialSetId(set),
            new PasswordHash(row.getString("pending_password")),
            Fingerprint.parse(row.getString("pending_fingerprint")),
            Optional.ofNullable(secret).map(SealedSecret::new),
            row.getLong("pending_version"),
            Instant.ofEpochSecond(row.getLong("pending_until")),
            ticket(row)));
  }

  private static Optional<TicketUse> ticket(ResultSet row) throws SQLException {
    long expiresAt = row.getLong("ticket_expires_at");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new TicketUse(Instant.ofEpochSecond(expiresAt), row.getInt("issued")));
  }
}
