package fr.cofrap.races;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.ActiveCredentials;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.Fingerprint;
import fr.cofrap.account.ForwardingAccounts;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.UserId;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;
import java.util.Optional;

/**
 * Runs something else to completion after an operation has read and verified and before it writes.
 */
final class PausedAccounts extends ForwardingAccounts {
  /** The writes that can be made to wait. */
  enum Write {
    BIND,
    CLAIM,
    EXPIRE,
    ACTIVATE,
    REHASH
  }

  private final Write paused;
  private final Runnable meanwhile;

  PausedAccounts(Accounts others, Write paused, Runnable meanwhile) {
    super(others);
    this.paused = paused;
    this.meanwhile = meanwhile;
  }

  private void before(Write write) {
    if (write == paused) {
      meanwhile.run();
    }
  }

  @Override
  public boolean bindAuthenticator(PendingCredentials read, SealedSecret secret, Instant now) {
    before(Write.BIND);
    return super.bindAuthenticator(read, secret, now);
  }

  @Override
  public Optional<Instant> claimStep(
      UserId user, CredentialSetId set, Fingerprint current, TimeStep step, Instant now) {
    before(Write.CLAIM);
    return super.claimStep(user, set, current, step, now);
  }

  @Override
  public boolean claimStepAndExpire(
      UserId user, CredentialSetId set, Fingerprint current, TimeStep step) {
    before(Write.EXPIRE);
    return super.claimStepAndExpire(user, set, current, step);
  }

  @Override
  public boolean activateSignUp(
      Account.SigningUp read, Fingerprint current, TimeStep step, Instant now) {
    before(Write.ACTIVATE);
    return super.activateSignUp(read, current, step, now);
  }

  @Override
  public Optional<Instant> activateRenewal(
      Account.Enrolled read,
      PendingCredentials renewal,
      Fingerprint current,
      TimeStep step,
      Instant now) {
    before(Write.ACTIVATE);
    return super.activateRenewal(read, renewal, current, step, now);
  }

  @Override
  public void rehash(UserId user, ActiveCredentials read, PasswordHash stronger) {
    before(Write.REHASH);
    super.rehash(user, read, stronger);
  }
}
