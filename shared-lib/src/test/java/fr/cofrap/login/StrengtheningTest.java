package fr.cofrap.login;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.CheapHasher;
import fr.cofrap.Holder;
import fr.cofrap.SeededRandom;
import fr.cofrap.Unavailable;
import fr.cofrap.World;
import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.ActiveCredentials;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.Fingerprint;
import fr.cofrap.account.ForwardingAccounts;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import fr.cofrap.login.LoginOutcome.Authenticated;
import fr.cofrap.login.LoginOutcome.Expired;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.password.HashThreads;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.password.PasswordHasher;
import fr.cofrap.totp.OneTimeCode;
import fr.cofrap.totp.TimeStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Logins after the hashing cost was raised. */
final class StrengtheningTest {
  private static final Username ALICE = new Username("alice");

  private final World world = new World();
  private final PasswordHasher grown = CheapHasher.at(CheapHasher.GROWN);
  private final LoginVerifier verifier = verifier(world.accounts, grown);
  private final Holder alice = world.enrolled("alice");
  private final PasswordHash weak = hash();

  @Test
  void aLoginRehashesThePasswordAtTheNewCost() {
    assertThat(logIn(verifier)).isInstanceOf(Authenticated.class);

    assertThat(hash()).isNotEqualTo(weak);
    assertThat(grown.strengthened(alice.password(), hash(), this)).isEmpty();
    world.waitForNextCode();
    assertThat(logIn(verifier)).isInstanceOf(Authenticated.class);
  }

  @Test
  void aRejectedLoginLeavesTheHashAlone() {
    assertThat(logIn(verifier, alice.wrongCode())).isEqualTo(new Rejected());

    assertThat(hash()).isEqualTo(weak);
  }

  @Test
  void aLoginWithExpiredCredentialsLeavesTheHashAlone() {
    world.clock.advance(Duration.ofDays(213));

    assertThat(logIn(verifier)).isInstanceOf(Expired.class);

    assertThat(hash()).isEqualTo(weak);
  }

  @Test
  void aLoginSucceedsEvenIfTheStrongerHashCannotBeStored() {
    Accounts accounts =
        new ForwardingAccounts(world.accounts) {
          @Override
          public void rehash(UserId user, ActiveCredentials read, PasswordHash stronger) {
            throw new Unavailable("gone", Duration.ofSeconds(1));
          }
        };

    assertThat(logIn(verifier(accounts, grown))).isInstanceOf(Authenticated.class);

    assertThat(hash()).isEqualTo(weak);
  }

  @Test
  void aLoginSucceedsEvenIfRehashingFails() {
    HashThreads threads = new HashThreads(1, CheapHasher.GROWN);
    Accounts accounts =
        new ForwardingAccounts(world.accounts) {
          @Override
          public Optional<Instant> claimStep(
              UserId user, CredentialSetId set, Fingerprint current, TimeStep step, Instant now) {
            threads.close();
            return super.claimStep(user, set, current, step, now);
          }
        };
    PasswordHasher hasher = new PasswordHasher(threads, CheapHasher.GROWN, new SeededRandom(2));

    assertThat(logIn(verifier(accounts, hasher))).isInstanceOf(Authenticated.class);

    assertThat(hash()).isEqualTo(weak);
  }

  private LoginVerifier verifier(Accounts accounts, PasswordHasher hasher) {
    return world.verifier(accounts, hasher, world.vault);
  }

  private LoginOutcome logIn(LoginVerifier with) {
    return logIn(with, alice.code());
  }

  private LoginOutcome logIn(LoginVerifier with, OneTimeCode code) {
    return with.verify(new LoginAttempt(ALICE, alice.password(), code, false));
  }

  private PasswordHash hash() {
    return ((Account.Enrolled) world.accounts.find(ALICE, world.now())).active().password();
  }
}
