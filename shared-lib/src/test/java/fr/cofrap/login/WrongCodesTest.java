package fr.cofrap.login;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Holder;
import fr.cofrap.World;
import fr.cofrap.login.LoginOutcome.Expired;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.login.LoginOutcome.Throttled;
import fr.cofrap.password.Password;
import fr.cofrap.totp.OneTimeCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class WrongCodesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final World world = new World();
  private final Holder alice = world.enrolled("alice");

  @Test
  void areVerifiedFiveTimesAndThenThrottled() {
    wrong(5);
    assertThat(alice.logInWith(alice.wrongCode())).isEqualTo(throttledFor(Duration.ofMinutes(15)));
    assertThat(world.audit.last()).isEqualTo("login THROTTLED alice");
    assertThat(alice.logIn()).isEqualTo(throttledFor(Duration.ofMinutes(15)));
  }

  @Test
  void returnTheExactWait() {
    wrong(5);
    world.clock.advance(Duration.ofMinutes(15).minusMillis(2500));
    assertThat(alice.logIn()).isEqualTo(throttledFor(Duration.ofMillis(2500)));
    world.clock.advance(Duration.ofMillis(2499));
    assertThat(alice.logIn()).isEqualTo(throttledFor(SECOND));
    world.clock.advance(Duration.ofMillis(1));
    alice.mustLogIn();
  }

  @Test
  void countInASlidingWindow() {
    Instant start = world.now();
    for (int minute = 0; minute < 5; minute++) {
      world.clock.set(start.plus(Duration.ofMinutes(minute)));
      wrong(1);
    }
    assertThat(alice.logIn()).isEqualTo(throttledFor(Duration.ofMinutes(11)));
    world.clock.set(start.plus(Duration.ofMinutes(15)));
    wrong(1);
    assertThat(alice.logIn()).isEqualTo(throttledFor(Duration.ofMinutes(1)));
    world.clock.set(start.plus(Duration.ofMinutes(16)));
    alice.mustLogIn();
  }

  @Test
  void areRemovedFromTheWindowByASuccess() {
    for (int round = 0; round < 5; round++) {
      wrong(4);
      alice.mustLogIn();
      world.waitForNextCode();
    }
    wrong(5);
    assertThat(alice.logIn()).isInstanceOf(Throttled.class);
  }

  @Test
  void areRemovedFromTheWindowByALoginWithExpiredCredentials() {
    world.clock.set(Instant.parse("2027-06-01T00:00:00Z"));
    wrong(4);
    assertThat(alice.logIn()).isInstanceOf(Expired.class);
    wrong(5);
    assertThat(alice.logIn()).isInstanceOf(Throttled.class);
  }

  @Test
  void disableACredentialSetAtFiftyInTotalDespiteSuccesses() {
    for (int round = 0; round < 12; round++) {
      wrong(4);
      alice.mustLogIn();
      world.waitForNextCode();
    }
    wrong(1);
    alice.mustLogIn();
    world.waitForNextCode();
    wrong(1);
    for (int day = 0; day < 300; day += 50) {
      assertThat(alice.logIn()).isEqualTo(new Rejected());
      assertThat(world.audit.last()).isEqualTo("login DISABLED alice");
      world.clock.advance(Duration.ofDays(50));
    }
  }

  @Test
  void doNotCountWithoutThePassword() {
    for (int i = 0; i < 200; i++) {
      assertThat(world.logIn("alice", new Password("A".repeat(24)), alice.wrongCode()))
          .isEqualTo(new Rejected());
    }
    alice.mustLogIn();
  }

  @Test
  void doNotIncludeUsedCodes() {
    alice.mustLogIn();
    OneTimeCode used = alice.code();
    for (int i = 0; i < 200; i++) {
      assertThat(alice.logInWith(used)).isEqualTo(new Rejected());
      assertThat(world.audit.last()).isEqualTo("login CODE_USED_OR_SUPERSEDED alice");
    }
    wrong(4);
    assertThat(alice.logInWith(used)).isEqualTo(new Rejected());
    world.waitForNextCode();
    alice.mustLogIn();
  }

  @Test
  void remainInTheWindowWhenAUsedCodeFollows() {
    alice.mustLogIn();
    wrong(4);
    assertThat(alice.logIn()).isEqualTo(new Rejected());
    wrong(1);
    assertThat(alice.logIn()).isInstanceOf(Throttled.class);
  }

  @Test
  void countOnlyForTheSetTheyWereTriedOn() {
    Holder renewed = world.renewed("alice", alice.ticket());
    for (int i = 0; i < 5; i++) {
      renewed.logInWith(renewed.wrongCode());
    }
    assertThat(renewed.logIn()).isInstanceOf(Throttled.class);
    alice.mustLogIn();
    world.clock.advance(Duration.ofMinutes(15));
    renewed.mustLogIn();
    world.waitForNextCode();
    renewed.mustLogIn();
  }

  @Test
  void throttleSignUpsToo() {
    Holder bob = world.signedUp("bob");
    for (int i = 0; i < 5; i++) {
      assertThat(bob.logInWith(bob.wrongCode())).isEqualTo(new Rejected());
    }
    assertThat(bob.logIn()).isInstanceOf(Throttled.class);
    Holder again = world.bound("bob", bob.password());
    assertThat(again.logIn()).isInstanceOf(Throttled.class);
  }

  @Test
  void doNotAffectOtherUsers() {
    Holder bob = world.enrolled("bob");
    wrong(5);
    assertThat(alice.logIn()).isInstanceOf(Throttled.class);
    bob.mustLogIn();
  }

  private void wrong(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(alice.logInWith(alice.wrongCode())).isEqualTo(new Rejected());
      assertThat(world.audit.last()).isEqualTo("login WRONG_CODE alice");
    }
  }

  private static Throttled throttledFor(Duration wait) {
    return new Throttled(wait);
  }
}
