package fr.cofrap.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Holder;
import fr.cofrap.World;
import fr.cofrap.enrollment.SignUpOutcome.Closed;
import fr.cofrap.enrollment.SignUpOutcome.Issued;
import fr.cofrap.enrollment.SignUpOutcome.TooManySignUps;
import fr.cofrap.enrollment.SignUpOutcome.UsernameTaken;
import fr.cofrap.password.Argon2Runs;
import fr.cofrap.source.Source;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Closed, the source's limit, the name, the limit of all: what decides first, and what it costs.
 */
@Timeout(60)
final class SignUpOrderTest {
  private static final Source STRANGER = new Source("192.0.2.7");
  private static final Source PERSON = new Source("192.0.2.8");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void aClosedSignUpRevealsNothingAndCountsNothing() {
    World world = new World(new SignUpRules(false, 1, 1));
    for (int i = 0; i < 3; i++) {
      assertThat(world.signUp("alice", STRANGER)).isEqualTo(new Closed());
    }
    assertThat(world.audit.last()).isEqualTo("sign-up CLOSED nobody");
  }

  @Test
  void usersRenewWhileSignUpIsClosed() {
    World world = new World();
    Holder alice = world.enrolled("alice");
    world.closeSignUp();
    assertThat(world.signUp("bob")).isEqualTo(new Closed());
    world.renewed("alice", alice.ticket()).mustLogIn();
  }

  @Test
  void countsTakenNamesAndFreeOnesAlike() {
    World world = new World(new SignUpRules(true, 3, 1000));
    world.issued(world.signUp("alice", STRANGER));
    assertThat(world.signUp("alice", STRANGER)).isEqualTo(new UsernameTaken());
    assertThat(world.signUp("alice", STRANGER)).isEqualTo(new UsernameTaken());
    assertThat(world.signUp("alice", STRANGER)).isEqualTo(new TooManySignUps(MINUTE));
    assertThat(world.audit.last()).isEqualTo("sign-up SOURCE_LIMIT_REACHED nobody");
    assertThat(world.signUp("free", STRANGER)).isEqualTo(new TooManySignUps(MINUTE));
  }

  /** Ten minutes at any rate: what the limit rejects does not count against anybody else. */
  @Test
  void aStrangerDoesNotKeepAPersonOut() {
    World world = new World(new SignUpRules(true, 10, 60));
    for (int second = 0; second < 600; second++) {
      for (int i = 0; i < 20; i++) {
        world.signUp("stranger-%d-%d".formatted(second, i), STRANGER);
      }
      if (second % 10 == 0) {
        assertThat(world.signUp("person-" + second, PERSON)).isInstanceOf(Issued.class);
      }
      world.clock.advance(Duration.ofSeconds(1));
    }
    assertThat(world.audit.entries())
        .filteredOn(entry -> entry.startsWith("sign-up ISSUED stranger"))
        .hasSize(100);
  }

  @Test
  void aTakenNameIsReportedEvenWhenTheTotalLimitIsReached() {
    World world = new World(new SignUpRules(true, 1000, 1));
    world.issued(world.signUp("alice", STRANGER));
    assertThat(world.signUp("alice", PERSON)).isEqualTo(new UsernameTaken());
    assertThat(world.signUp("bob", PERSON)).isEqualTo(new TooManySignUps(MINUTE));
    assertThat(world.audit.last()).isEqualTo("sign-up TOTAL_LIMIT_REACHED nobody");
  }

  @Test
  void anUnknownSourceIsNotLimitedIfNoProxyIsTrusted() {
    World world = new World(new SignUpRules(true, 1, 1000));
    for (int i = 0; i < 5; i++) {
      assertThat(world.signUp("user" + i, Optional.empty())).isInstanceOf(Issued.class);
    }
  }

  @Test
  void hashesNothingForARejectedSignUp() {
    World closed = new World(new SignUpRules(false, 1000, 1000));
    assertThat(Argon2Runs.of(() -> closed.signUp("alice", STRANGER))).isZero();
    World limited = new World(new SignUpRules(true, 1, 1));
    assertThat(Argon2Runs.of(() -> limited.signUp("alice", STRANGER))).isEqualTo(1);
    assertThat(Argon2Runs.of(() -> limited.signUp("bob", STRANGER))).isZero();
    assertThat(Argon2Runs.of(() -> limited.signUp("bob", PERSON))).isZero();
  }
}
