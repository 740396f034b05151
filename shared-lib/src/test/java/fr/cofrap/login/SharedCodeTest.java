package fr.cofrap.login;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Holder;
import fr.cofrap.Rfc6238;
import fr.cofrap.World;
import fr.cofrap.login.LoginOutcome.Authenticated;
import fr.cofrap.login.LoginOutcome.Expired;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.totp.SharedCode;
import fr.cofrap.totp.TimeStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A code that belongs to two steps. Someone who saw it being typed must not be able to log in with
 * it while the later step is still accepted.
 */
@ParameterizedClass
@FieldSource("SHARED_CODES")
final class SharedCodeTest {
  static final List<SharedCode> SHARED_CODES =
      List.of(SharedCode.OF_NEIGHBOURS, SharedCode.OF_EITHER_SIDE);

  private static final Duration HOUR = Duration.ofHours(1);

  private final SharedCode shared;

  SharedCodeTest(SharedCode shared) {
    this.shared = shared;
  }

  @Test
  void logsInOnce() {
    World world = new World();
    Holder alice = enrolled(world, HOUR);
    world.clock.set(shared.bothAcceptedAt());
    assertThat(logIn(alice)).isInstanceOf(Authenticated.class);
    assertIsUsedUp(alice);
  }

  @Test
  void activatesASignUpOnce() {
    World world = new World();
    world.clock.set(shared.bothAcceptedAt());
    Holder alice = world.signedUp("alice", SharedCode.SECRET);
    assertThat(logIn(alice)).isInstanceOf(Authenticated.class);
    assertIsUsedUp(alice);
  }

  @Test
  void earnsATicketOnceWhenTheCredentialsHaveExpired() {
    World world = new World("PT30M", 1, 1);
    Holder alice = enrolled(world, HOUR);
    world.clock.set(shared.bothAcceptedAt());
    assertThat(logIn(alice)).isInstanceOf(Expired.class);
    assertIsUsedUp(alice);
  }

  private Holder enrolled(World world, Duration before) {
    world.clock.set(shared.bothAcceptedAt().minus(before));
    Holder alice = world.signedUp("alice", SharedCode.SECRET);
    alice.mustLogIn();
    return alice;
  }

  /** For as long as the later of the two steps is accepted. */
  private void assertIsUsedUp(Holder holder) {
    Instant end = Instant.ofEpochSecond((shared.later().number() + 2) * TimeStep.SECONDS);
    while (holder.world().now().isBefore(end)) {
      assertThat(logIn(holder)).as("at %s", holder.world().now()).isEqualTo(new Rejected());
      assertThat(holder.world().audit.last()).isEqualTo("login CODE_USED_OR_SUPERSEDED alice");
      holder.world().waitForNextCode();
    }
  }

  private LoginOutcome logIn(Holder holder) {
    return holder.logInWith(Rfc6238.parsed(shared.digits()));
  }
}
