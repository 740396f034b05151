package fr.cofrap.jdbc;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.ActiveCredentials;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.Fingerprint;
import fr.cofrap.account.NewCredentials;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;
import java.util.Optional;

/**
 * The accounts in PostgreSQL. Each race is decided by the row count of one statement.
 *
 * <p>Transactions lock {@code users} before {@code pending_credentials}, so that they cannot
 * deadlock. A sign-up is no exception: nobody else knows the row it will insert.
 */
public final class PostgresAccounts implements Accounts {
  private final Database database;

  public PostgresAccounts(Database database) {
    this.database = database;
  }

  @Override
  public Account find(Username username, Instant now) {
    return database.call(connection -> AccountRow.find(connection, username, now));
  }

  @Override
  public boolean startSignUp(Username username, NewCredentials credentials, Instant now) {
    return database.inTransaction(
        false,
        connection -> {
          boolean reserved = PendingTable.reserveName(connection, username, credentials, now);
          // Checked only now: a sign-up that is being activated has either committed, and is seen
          // here, or will find its pending row gone.
          if (reserved && UsersTable.has(connection, username)) {
            throw new Database.Rollback();
          }
          return reserved;
        });
  }

  @Override
  public Optional<Instant> nthNewestSignUp(int n, Instant after, Instant until) {
    return database.call(connection -> PendingTable.nthNewestSignUp(connection, n, after, until));
  }

  @Override
  public boolean startRenewal(
      UserId user, CredentialSetId replaces, Instant ticketExpiresAt, NewCredentials credentials) {
    return database.call(connection ->
        PendingTable.storeRenewal(connection, user, replaces, ticketExpiresAt, credentials));
  }

  @Override
  public boolean bindAuthenticator(PendingCredentials read, SealedSecret secret, Instant now) {
    return database.call(connection -> PendingTable.bind(connection, read, secret, now));
  }

  @Override
  public Optional<Instant> claimStep(
      UserId user, CredentialSetId set, Fingerprint current, TimeStep step, Instant now) {
    return database.call(
        connection -> UsersTable.claimStep(connection, user, set, current, step, now));
  }

  @Override
  public boolean claimStepAndExpire(
      UserId user, CredentialSetId set, Fingerprint current, TimeStep step) {
    return database.call(
        connection -> UsersTable.claimStepAndExpire(connection, user, set, current, step));
  }

  @Override
  public boolean activateSignUp(
      Account.SigningUp read, Fingerprint current, TimeStep step, Instant now) {
    return database.inTransaction(
        false,
        connection -> {
          if (!PendingTable.end(connection, read.pending(), now)
              || !UsersTable.insert(connection, read, current, step, now)) {
            throw new Database.Rollback();
          }
          return true;
        });
  }

  @Override
  public Optional<Instant> activateRenewal(
      Account.Enrolled read,
      PendingCredentials renewal,
      Fingerprint current,
      TimeStep step,
      Instant now) {
    return database.inTransaction(
        Optional.empty(),
        connection -> {
          Optional<Instant> previous =
              UsersTable.replaceSet(connection, read, renewal, current, step, now);
          if (previous.isPresent() && !PendingTable.end(connection, renewal, now)) {
            throw new Database.Rollback();
          }
          return previous;
        });
  }

  @Override
  public void rehash(UserId user, ActiveCredentials read, PasswordHash stronger) {
    database.call(connection -> UsersTable.rehash(connection, user, read, stronger));
  }
}
