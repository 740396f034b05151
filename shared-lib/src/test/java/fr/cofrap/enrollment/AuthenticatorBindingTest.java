package fr.cofrap.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Holder;
import fr.cofrap.World;
import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.ForwardingAccounts;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.SampleCredentials;
import fr.cofrap.account.Username;
import fr.cofrap.enrollment.BindingOutcome.Bound;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.password.Argon2Runs;
import fr.cofrap.password.Password;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AuthenticatorBindingTest {
  private static final Password WRONG = new Password("A".repeat(24));

  private final World world = new World();

  @Test
  void bindsToASignUpAndRevealsTheSecretOnce() {
    Password password = world.issued(world.signUp("alice"));
    assertThat(world.bind("alice", password))
        .isInstanceOfSatisfying(
            Bound.class,
            bound -> {
              String secret = bound.secret().revealAsBase32();
              assertThat(bound.username().value()).isEqualTo("alice");
              assertThat(bound.otpauthUri())
                  .isEqualTo(
                      "otpauth://totp/COFRAP:alice?secret="
                          + secret
                          + "&issuer=COFRAP&algorithm=SHA1&digits=6&period=30");
              assertThat(bound.toString()).doesNotContain(secret);
            });
    assertThat(world.audit.last()).isEqualTo("binding BOUND alice");
  }

  @Test
  void replacesTheSecretUntilTheFirstLogin() {
    Holder first = world.signedUp("alice");
    Holder second = world.bound("alice", first.password());
    Holder third = world.bound("alice", first.password());
    assertThat(first.logIn()).isEqualTo(new LoginOutcome.Rejected());
    assertThat(second.logIn()).isEqualTo(new LoginOutcome.Rejected());
    third.mustLogIn();
    assertRejected("alice", first.password());
    world.waitForNextCode();
    third.mustLogIn();
  }

  /** Each binding costs a hash, which whoever holds the password could request without end. */
  @Test
  void bindsTenTimesAndThenNeitherBindsNorHashes() {
    Password password = world.issued(world.signUp("alice"));
    for (int i = 1; i < 10; i++) {
      world.bound("alice", password);
    }
    Holder last = world.bound("alice", password);
    assertThat(Argon2Runs.of(() -> assertRejected("alice", password))).isZero();
    assertThat(world.audit.last()).isEqualTo("binding BOUND_TOO_OFTEN alice");
    last.mustLogIn();
  }

  /** As if the table had been written to: the fingerprint of another password than the hash. */
  @Test
  void bindsNothingToAPasswordThatOnlyHasTheFingerprint() {
    Password password = world.issued(world.signUp("alice"));
    Accounts mixed =
        new ForwardingAccounts(world.accounts) {
          @Override
          public Account find(Username username, Instant now) {
            Account.SigningUp alice = (Account.SigningUp) super.find(username, now);
            PendingCredentials pending = alice.pending();
            return new Account.SigningUp(
                alice.id(),
                username,
                new PendingCredentials(
                    pending.setId(),
                    SampleCredentials.hash(),
                    pending.fingerprint(),
                    pending.totpSecret(),
                    pending.version(),
                    pending.pendingUntil(),
                    pending.ticket()));
          }
        };
    assertThat(world.binding(mixed).bind(new Username("alice"), password))
        .isEqualTo(new BindingOutcome.Rejected());
    assertThat(world.audit.last()).isEqualTo("binding FINGERPRINT_COLLISION alice");
  }

  @Test
  void bindsToARenewalAndKeepsTheActiveSecret() {
    Holder old = world.enrolled("alice");
    Password renewed = world.issued(world.renew("alice", old.ticket()));
    world.bound("alice", renewed);
    old.mustLogIn();
  }

  @Test
  void doesNotBindToActiveCredentials() {
    Holder alice = world.enrolled("alice");
    assertRejected("alice", alice.password());
    assertThat(world.audit.last()).isEqualTo("binding WRONG_PASSWORD alice");
    world.issued(world.renew("alice", alice.ticket()));
    assertRejected("alice", alice.password());
    alice.mustLogIn();
  }

  @Test
  void requiresThePendingPassword() {
    Password password = world.issued(world.signUp("alice"));
    assertRejected("alice", WRONG);
    assertThat(world.audit.last()).isEqualTo("binding WRONG_PASSWORD alice");
    assertRejected("nobody", password);
    assertThat(world.audit.last()).isEqualTo("binding WRONG_PASSWORD nobody");
    assertRejected("alice", new Password(password.revealToOwner() + " "));
  }

  private void assertRejected(String name, Password password) {
    assertThat(world.bind(name, password)).isEqualTo(new BindingOutcome.Rejected());
  }
}
