package fr.cofrap;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.enrollment.BindingOutcome;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.login.LoginOutcome.Authenticated;
import fr.cofrap.login.LoginOutcome.Expired;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.password.Password;
import fr.cofrap.ticket.RenewalTicket;
import fr.cofrap.totp.OneTimeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CredentialLifecycleTest {
  private final World world = new World();

  @Test
  void coversSignUpLoginExpiryAndRenewal() {
    Holder first = world.signedUp("michel.ranu");
    Authenticated activation = first.mustLogIn();
    assertThat(activation.previousLoginAt()).isEmpty();
    assertThat(activation.credentialsExpireAt()).contains(Instant.parse("2027-05-20T12:00:00Z"));
    assertThat(first.logIn()).isInstanceOf(Rejected.class);

    world.clock.set(Instant.parse("2027-05-20T12:00:00Z"));
    RenewalTicket ticket = expired(first.logIn());
    world.waitForNextCode();
    Holder second = world.renewed("michel.ranu", ticket);
    assertThat(first.logIn()).isInstanceOf(Expired.class);

    Authenticated renewal = second.mustLogIn();
    assertThat(renewal.previousLoginAt()).contains(Instant.parse("2026-11-20T12:00:00Z"));
    assertThat(renewal.credentialsExpireAt()).contains(Instant.parse("2027-11-20T12:00:30Z"));
    for (int step = 0; step < 5; step++) {
      world.waitForNextCode();
      assertThat(first.logIn()).isInstanceOf(Rejected.class);
    }
    second.mustLogIn();
  }

  @Test
  void expiresExactlyOnTheSecond() {
    Holder alice = world.signedUp("alice");
    alice.mustLogIn();
    world.clock.set(Instant.parse("2027-05-20T11:59:59Z"));
    alice.mustLogIn();
    world.clock.set(Instant.parse("2027-05-20T12:00:00Z"));
    assertThat(alice.logIn()).isInstanceOf(Expired.class);
  }

  @Test
  void countsTheLifetimeFromActivationNotFromSignUp() {
    Holder alice = world.signedUp("alice");
    world.clock.advance(Duration.ofHours(23).plusMillis(750));
    alice.mustLogIn();
    world.clock.set(Instant.parse("2027-05-21T10:59:59.999Z"));
    alice.mustLogIn();
    world.clock.set(Instant.parse("2027-05-21T11:00:00Z"));
    assertThat(alice.logIn()).isInstanceOf(Expired.class);
  }

  @Test
  void staysExpiredEvenIfTheClockIsSetBack() {
    Holder alice = world.enrolled("alice");
    world.clock.set(Instant.parse("2027-05-20T12:00:00Z"));
    OneTimeCode next = alice.code(1);
    assertThat(alice.logIn()).isInstanceOf(Expired.class);
    world.clock.set(Instant.parse("2027-05-20T11:59:59Z"));
    assertThat(alice.logInWith(next)).isInstanceOf(Rejected.class);
    assertThat(alice.logInWith(alice.code(1))).isInstanceOf(Rejected.class);
    world.clock.set(Instant.parse("2027-05-20T12:00:30Z"));
    assertThat(alice.logIn()).isInstanceOf(Expired.class);
  }

  @Test
  void neverExpiresIfTheLifetimeIsOff() {
    World endless = new World("off", 60, 1);
    Holder alice = endless.enrolled("alice");
    endless.clock.set(Instant.parse("2126-11-20T12:00:00Z"));
    assertThat(alice.mustLogIn().credentialsExpireAt()).isEqualTo(Optional.empty());
  }

  @Test
  void doesNotReportExpiryWithoutTheCorrectCode() {
    Holder alice = world.enrolled("alice");
    world.clock.set(Instant.parse("2027-06-01T00:00:00Z"));
    assertThat(alice.logInWith(alice.wrongCode())).isInstanceOf(Rejected.class);
  }

  @Test
  void canBeRenewedBeforeExpiryWhileTheOldOnesRemainValid() {
    Holder old = world.enrolled("alice");
    Holder renewed = world.renewed("alice", old.ticket());
    old.mustLogIn();
    world.waitForNextCode();
    renewed.mustLogIn();
    world.waitForNextCode();
    assertThat(old.logIn()).isInstanceOf(Rejected.class);
    renewed.mustLogIn();
  }

  @Test
  void issuesATicketOnlyOnRequestOrAfterExpiry() {
    Holder alice = world.enrolled("alice");
    assertThat(alice.mustLogIn().renewalTicket()).isEmpty();
    world.waitForNextCode();
    assertThat(alice.ticket().expiresAt()).isAfter(world.now());
  }

  @Test
  void issuesATicketWithTheFirstLogin() {
    Holder alice = world.signedUp("alice");
    Holder renewed = world.renewed("alice", alice.ticket());
    renewed.mustLogIn();
    assertThat(alice.logIn()).isInstanceOf(Rejected.class);
  }

  @Test
  void canBeRenewedRepeatedly() {
    Holder holder = world.enrolled("alice");
    for (int renewal = 0; renewal < 5; renewal++) {
      world.clock.advance(Duration.ofDays(200));
      RenewalTicket ticket = expired(holder.logIn());
      world.waitForNextCode();
      Holder next = world.renewed("alice", ticket);
      next.mustLogIn();
      world.waitForNextCode();
      assertThat(holder.logIn()).isInstanceOf(Rejected.class);
      holder = next;
    }
  }

  @Test
  void neverAcceptsThePasswordOfOneSetWithTheCodeOfAnother() {
    Holder old = world.enrolled("alice");
    Holder renewed = world.renewed("alice", old.ticket());
    assertThat(world.logIn("alice", renewed.password(), old.code())).isInstanceOf(Rejected.class);
    assertThat(world.logIn("alice", old.password(), renewed.code())).isInstanceOf(Rejected.class);
    renewed.mustLogIn();
  }

  @Test
  void aLostSignUpResponseCanBeRetriedAfterPendingUntil() {
    Password lost = world.issued(world.signUp("alice"));
    world.clock.advance(Duration.ofMinutes(15));
    world.enrolled("alice").mustLogIn();
    assertThat(world.bind("alice", lost)).isEqualTo(new BindingOutcome.Rejected());
  }

  @Test
  void aLostRenewalResponseCanBeRetriedWithTheSameTicket() {
    Holder old = world.enrolled("alice");
    RenewalTicket ticket = old.ticket();
    Holder lost = world.renewed("alice", ticket);
    Holder renewed = world.renewed("alice", ticket);
    assertThat(lost.logIn()).isInstanceOf(Rejected.class);
    renewed.mustLogIn();
    assertThat(lost.logIn()).isInstanceOf(Rejected.class);
  }

  @Test
  void aLostBindingResponseCanBeRetried() {
    Holder lost = world.signedUp("alice");
    Holder bound = world.bound("alice", lost.password());
    assertThat(lost.logIn()).isInstanceOf(Rejected.class);
    bound.mustLogIn();
  }

  @Test
  void aLostLoginResponseCanBeRetriedWithTheNextCode() {
    Holder alice = world.signedUp("alice");
    alice.mustLogIn();
    assertThat(alice.logIn()).isInstanceOf(Rejected.class);
    world.waitForNextCode();
    alice.mustLogIn();
  }

  static RenewalTicket expired(LoginOutcome outcome) {
    if (outcome instanceof Expired(RenewalTicket ticket)) {
      return ticket;
    }
    throw new AssertionError("expected expired credentials, found " + outcome);
  }
}
