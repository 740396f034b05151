package fr.cofrap.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Holder;
import fr.cofrap.World;
import fr.cofrap.enrollment.RenewalOutcome.InvalidTicket;
import fr.cofrap.enrollment.SignUpOutcome.TooManySignUps;
import fr.cofrap.enrollment.SignUpOutcome.UsernameTaken;
import fr.cofrap.password.Argon2Runs;
import fr.cofrap.ticket.RenewalTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rejected requests must cost no hash, or strangers could keep the hashing threads busy. */
@Timeout(60)
final class RejectedBeforeHashingTest {
  private final World world = new World("P6M", 2, 1);

  @Test
  void hashesAnIssuedPasswordOnce() {
    assertRuns(1, SignUpOutcome.Issued.class, () -> world.signUp("alice"));
    Holder bob = world.enrolled("bob");
    RenewalTicket ticket = bob.ticket();
    assertRuns(1, RenewalOutcome.Issued.class, () -> world.renew("bob", ticket));
  }

  @Test
  void hashesNothingForASignUpOverTheLimit() {
    world.signUp("alice");
    world.signUp("bob");
    assertRuns(0, TooManySignUps.class, () -> world.signUp("carol"));
  }

  @Test
  void hashesNothingForATakenName() {
    world.signUp("alice");
    assertRuns(0, UsernameTaken.class, () -> world.signUp("alice"));
    world.enrolled("bob");
    assertRuns(0, UsernameTaken.class, () -> world.signUp("bob"));
  }

  @Test
  void hashesNothingForAnInvalidTicket() {
    Holder alice = world.enrolled("alice");
    world.enrolled("bob");
    RenewalTicket ticket = alice.ticket();
    RenewalTicket forged = new RenewalTicket("A" + ticket.text(), Instant.MAX);
    assertRuns(0, InvalidTicket.class, () -> world.renew("alice", forged));
    assertRuns(0, InvalidTicket.class, () -> world.renew("bob", ticket));
    assertRuns(0, InvalidTicket.class, () -> world.renew("nobody", ticket));
    Holder renewed = world.renewed("alice", ticket);
    renewed.mustLogIn();
    assertRuns(0, InvalidTicket.class, () -> world.renew("alice", ticket));
    world.waitForNextCode();
    RenewalTicket old = renewed.ticket();
    world.clock.advance(Duration.ofMinutes(10));
    assertRuns(0, InvalidTicket.class, () -> world.renew("alice", old));
  }

  private static void assertRuns(int expected, Class<?> outcome, Supplier<?> request) {
    int runs = Argon2Runs.of(() -> assertThat(request.get()).isInstanceOf(outcome));
    assertThat(runs).as("runs of Argon2").isEqualTo(expected);
  }
}
