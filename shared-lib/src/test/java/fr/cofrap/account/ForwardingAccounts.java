package fr.cofrap.account;

import fr.cofrap.password.PasswordHash;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;
import java.util.Optional;

/** Forwards to other accounts; tests override single methods. */
public class ForwardingAccounts implements Accounts {
  private final Accounts others;

  protected ForwardingAccounts(Accounts others) {
    this.others = others;
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
  public boolean startRenewal(
      UserId user, CredentialSetId replaces, NewCredentials credentials, Instant now) {
    return others.startRenewal(user, replaces, credentials, now);
  }

  @Override
  public boolean bindAuthenticator(PendingCredentials read, SealedSecret secret, Instant now) {
    return others.bindAuthenticator(read, secret, now);
  }

  @Override
  public Optional<Instant> claimStep(UserId user, CredentialSetId set, TimeStep step, Instant now) {
    return others.claimStep(user, set, step, now);
  }

  @Override
  public boolean claimStepAndExpire(UserId user, CredentialSetId set, TimeStep step) {
    return others.claimStepAndExpire(user, set, step);
  }

  @Override
  public boolean activateSignUp(Account.SigningUp read, TimeStep step, Instant now) {
    return others.activateSignUp(read, step, now);
  }

  @Override
  public Optional<Instant> activateRenewal(
      Account.Enrolled read, PendingCredentials renewal, TimeStep step, Instant now) {
    return others.activateRenewal(read, renewal, step, now);
  }

  @Override
  public void rehash(UserId user, ActiveCredentials read, PasswordHash stronger, Instant now) {
    others.rehash(user, read, stronger, now);
  }
}
