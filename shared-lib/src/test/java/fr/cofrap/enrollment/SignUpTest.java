package fr.cofrap.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Holder;
import fr.cofrap.World;
import fr.cofrap.enrollment.SignUpOutcome.Issued;
import fr.cofrap.enrollment.SignUpOutcome.TooManySignUps;
import fr.cofrap.enrollment.SignUpOutcome.UsernameTaken;
import fr.cofrap.login.LoginOutcome.Expired;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.password.Password;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SignUpTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final World world = new World();

  @Test
  void returnsWhenTheReservationAndThePasswordEnd() {
    world.clock.advance(Duration.ofMillis(999));
    assertThat(world.signUp("alice"))
        .isInstanceOfSatisfying(
            Issued.class,
            outcome -> {
              IssuedPassword issued = outcome.issued();
              assertThat(issued.username().value()).isEqualTo("alice");
              assertThat(issued.pendingUntil()).isEqualTo(Instant.parse("2026-11-20T12:15:00Z"));
              assertThat(issued.usableUntil()).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
              assertThat(outcome.toString()).doesNotContain(issued.password().revealToOwner());
            });
    assertThat(world.audit.entries()).containsExactly("sign-up ISSUED alice");
  }

  @Test
  void reservesANameForExactly15Minutes() {
    world.issued(world.signUp("alice"));
    assertThat(world.signUp("alice")).isEqualTo(new UsernameTaken());
    assertThat(world.audit.last()).isEqualTo("sign-up USERNAME_TAKEN alice");
    world.clock.advance(Duration.ofMinutes(15).minus(SECOND));
    assertThat(world.signUp("alice")).isEqualTo(new UsernameTaken());
    world.clock.advance(SECOND);
    assertThat(world.signUp("alice")).isInstanceOf(Issued.class);
  }

  @Test
  void givesTheNameToTheNewestSignUp() {
    Holder older = world.signedUp("alice");
    world.clock.advance(Duration.ofMinutes(15));
    Holder newest = world.signedUp("alice");
    assertThat(older.logIn()).isEqualTo(new Rejected());
    newest.mustLogIn();
    assertThat(older.logIn()).isEqualTo(new Rejected());
  }

  @Test
  void activatesASignUpAfterItsReservationIfNobodyTookTheName() {
    Holder alice = world.signedUp("alice");
    world.clock.advance(Duration.ofHours(24).minus(SECOND));
    alice.mustLogIn();
  }

  @Test
  void ignoresASignUpAfter24HoursEvenWithoutAPurge() {
    Password unbound = world.issued(world.signUp("alice"));
    Holder bound = world.signedUp("bob");
    world.clock.advance(Duration.ofHours(24));
    assertThat(bound.logIn()).isEqualTo(new Rejected());
    assertThat(world.audit.last()).isEqualTo("login WRONG_PASSWORD nobody");
    assertThat(world.bind("alice", unbound)).isEqualTo(new BindingOutcome.Rejected());
    assertThat(world.audit.last()).isEqualTo("binding WRONG_PASSWORD nobody");
    world.enrolled("alice").mustLogIn();
  }

  @Test
  void neverStartsASignUpForAnExistingAccount() {
    Holder alice = world.enrolled("alice");
    for (Duration later :
        new Duration[] {Duration.ZERO, Duration.ofDays(1), Duration.ofDays(400)}) {
      world.clock.advance(later);
      assertThat(world.signUp("alice")).isEqualTo(new UsernameTaken());
      assertThat(world.audit.last()).isEqualTo("sign-up USERNAME_TAKEN alice");
    }
    assertThat(alice.logIn()).isInstanceOf(Expired.class);
  }

  @Test
  void limitsSignUpsPerMinuteAndReturnsWhenTheNextIsAccepted() {
    World small = new World("P6M", 3, 1);
    small.issued(small.signUp("user1"));
    small.clock.advance(Duration.ofSeconds(20));
    small.issued(small.signUp("user2"));
    small.issued(small.signUp("user3"));
    assertThat(small.signUp("user4")).isEqualTo(new TooManySignUps(Duration.ofSeconds(40)));
    assertThat(small.audit.last()).isEqualTo("sign-up TOTAL_LIMIT_REACHED nobody");
    small.clock.advance(Duration.ofSeconds(40).minusMillis(1));
    assertThat(small.signUp("user4")).isEqualTo(new TooManySignUps(Duration.ofMillis(1)));
    small.clock.advance(Duration.ofMillis(1));
    small.issued(small.signUp("user4"));
    assertThat(small.signUp("user5")).isEqualTo(new TooManySignUps(Duration.ofSeconds(20)));
  }

  @Test
  void doesNotCountASignUpForATakenName() {
    World small = new World("P6M", 2, 1);
    small.issued(small.signUp("user1"));
    for (int i = 0; i < 10; i++) {
      assertThat(small.signUp("user1")).isEqualTo(new UsernameTaken());
    }
    small.issued(small.signUp("user2"));
  }

  @Test
  void doesNotCountSignUpsOfAnotherMinuteWhenTheClockIsSetBack() {
    World small = new World("P6M", 1, 1);
    small.issued(small.signUp("user1"));
    small.clock.advance(Duration.ofSeconds(-30));
    assertThat(small.signUp("user2")).isEqualTo(new TooManySignUps(Duration.ofMinutes(1)));
    small.clock.advance(Duration.ofSeconds(-31));
    small.issued(small.signUp("user2"));
  }

  @Test
  void doesNotCountASignUpThatHasLoggedIn() {
    World small = new World("P6M", 1, 1);
    small.signedUp("user1").mustLogIn();
    small.issued(small.signUp("user2"));
  }
}
