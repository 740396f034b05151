package fr.cofrap.account;

import fr.cofrap.Unavailable;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.password.PasswordHasher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finds the credentials to which a name and a password belong, with one hash run for everyone. */
public final class PasswordVerifier {
  private static final Logger LOG = Logger.getLogger(PasswordVerifier.class.getName());

  private final Accounts accounts;
  private final PasswordHasher hasher;

  public PasswordVerifier(Accounts accounts, PasswordHasher hasher) {
    this.accounts = accounts;
    this.hasher = hasher;
  }

  /**
   * Reads the account, then hashes, without holding a connection meanwhile.
   *
   * @throws fr.cofrap.Unavailable when the database or hashing is unavailable
   */
  public PasswordMatch verify(Username username, Password candidate, Instant now) {
    Account account = accounts.find(username, now);
    return hasher
        .match(candidate, hashesOf(account))
        .map(found -> matchOf(account, found))
        .orElseGet(() -> new PasswordMatch.None(account));
  }

  /**
   * After a login, stores the password's hash at the current cost if that has been raised, except
   * while a renewal is pending, whose hash shares salt and cost with the active one. A failure
   * never fails the login, which has already succeeded.
   */
  public void strengthen(Account.Enrolled user, Password proved, Instant now) {
    if (user.renewal().isPresent()) {
      return;
    }
    try {
      hasher
          .strengthened(proved, user.active().password())
          .ifPresent(stronger -> accounts.rehash(user.id(), user.active(), stronger, now));
    } catch (Unavailable e) {
      LOG.log(Level.INFO, "the hash is strengthened at a later login", e);
    }
  }

  private static List<PasswordHash> hashesOf(Account account) {
    return switch (account) {
      case Account.Absent() -> List.of();
      case Account.SigningUp signUp -> List.of(signUp.pending().password());
      case Account.Enrolled user ->
          user.renewal()
              .map(renewal -> List.of(user.active().password(), renewal.password()))
              .orElseGet(() -> List.of(user.active().password()));
    };
  }

  private static PasswordMatch matchOf(Account account, PasswordHash found) {
    return switch (account) {
      case Account.Absent absent -> new PasswordMatch.None(absent);
      case Account.SigningUp signUp -> new PasswordMatch.OfSignUp(signUp);
      case Account.Enrolled user -> matchOf(user, found);
    };
  }

  private static PasswordMatch matchOf(Account.Enrolled user, PasswordHash found) {
    Optional<PendingCredentials> renewal =
        user.renewal().filter(pending -> pending.password().equals(found));
    return renewal.isPresent()
        ? new PasswordMatch.OfRenewal(user, renewal.get())
        : new PasswordMatch.OfActive(user);
  }
}
