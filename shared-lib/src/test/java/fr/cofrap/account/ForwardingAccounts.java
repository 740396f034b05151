package fr.cofrap.account;

import fr.cofrap.password.PasswordHash;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Forwards to other accounts; tests override single methods. */
public class ForwardingAccounts implements Accounts {
  private final Accounts others;

  protected ForwardingAccounts(Accounts others) {
    this.others = others;
  }

  /** Accounts whose claims of a step for a login have this outcome, or failure. */
  public static Accounts claiming(Accounts others, Supplier<Optional<Instant>> outcome) {
    return new ForwardingAccounts(others) {
      @Override
      public Optional<Instant> claimStep(
          UserId user, CredentialSetId set, Fingerprint current, TimeStep step, Instant now) {
        return outcome.get();
      }
    };
  }

  /** The outcome of an operation that fails. */
  public static <T> Supplier<T> failing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  @Override
  public Account find(Username username, Instant now) {
    return others.find(username, now);
  }

  @Override
  public boolean startSignUp(Username username, NewCredentials credentials, Instant now) {
    return others.startSignUp(username, credentials, now);
  }

  @Override
  public Optional<Instant> nthNewestSignUp(int n, Instant after, Instant until) {
    return others.nthNewestSignUp(n, after, until);
  }

  @Override
  public boolean startRenewal(
      UserId user, CredentialSetId replaces, Instant ticketExpiresAt, NewCredentials credentials) {
    return others.startRenewal(user, replaces, ticketExpiresAt, credentials);
  }

  @Override
  public boolean bindAuthenticator(PendingCredentials read, SealedSecret secret, Instant now) {
    return others.bindAuthenticator(read, secret, now);
  }

  @Override
  public Optional<Instant> claimStep(
      UserId user, CredentialSetId set, Fingerprint current, TimeStep step, Instant now) {
    return others.claimStep(user, set, current, step, now);
  }

  @Override
  public boolean claimStepAndExpire(
      UserId user, CredentialSetId set, Fingerprint current, TimeStep step) {
    return others.claimStepAndExpire(user, set, current, step);
  }

  @Override
  public boolean activateSignUp(
      Account.SigningUp read, Fingerprint current, TimeStep step, Instant now) {
    return others.activateSignUp(read, current, step, now);
  }

  @Override
  public Optional<Instant> activateRenewal(
      Account.Enrolled read,
      PendingCredentials renewal,
      Fingerprint current,
      TimeStep step,
      Instant now) {
    return others.activateRenewal(read, renewal, current, step, now);
  }

  @Override
  public void rehash(UserId user, ActiveCredentials read, PasswordHash stronger) {
    others.rehash(user, read, stronger);
  }
}
