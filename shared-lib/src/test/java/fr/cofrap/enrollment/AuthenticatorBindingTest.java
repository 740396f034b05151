package fr.cofrap.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Holder;
import fr.cofrap.World;
import fr.cofrap.enrollment.BindingOutcome.Bound;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.password.Password;
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
