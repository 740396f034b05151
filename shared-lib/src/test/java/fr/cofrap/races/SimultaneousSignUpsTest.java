package fr.cofrap.races;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Bounded;
import fr.cofrap.account.SampleCredentials;
import fr.cofrap.account.Username;
import fr.cofrap.enrollment.SignUpOutcome;
import fr.cofrap.enrollment.SignUpOutcome.Issued;
import fr.cofrap.enrollment.SignUpOutcome.UsernameTaken;
import fr.cofrap.jdbc.TestDatabase;
import fr.cofrap.password.Argon2Runs;
import fr.cofrap.password.BusyHashing;
import fr.cofrap.password.HashThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sixteen people want the same name at once, of a replica that can hash one at a time. */
@Tag("postgres")
@Timeout(180)
final class SimultaneousSignUpsTest {
  private static final int PEOPLE = 16;

  @Test
  void oneGetsTheNameAndOnlyTwoHash() throws Exception {
    Username name = SampleCredentials.unusedName();
    List<SignUpOutcome> outcomes = new ArrayList<>();

    int runs = Argon2Runs.of(() -> outcomes.addAll(signUps(name)));

    assertThat(outcomes).filteredOn(Issued.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(new UsernameTaken()::equals).hasSize(PEOPLE - 1);
    assertThat(runs).isEqualTo(2);
  }

  /** None can finish before all have begun: those that hash find the only thread busy. */
  private static List<SignUpOutcome> signUps(Username name) {
    try (HashThreads hashing = new HashThreads(1, Replica.CHEAP)) {
      Replica replica = Replica.hashingOn(hashing, TestDatabase.shared());
      List<FutureTask<SignUpOutcome>> all = new ArrayList<>();
      try (BusyHashing _ = BusyHashing.on(hashing)) {
        for (int i = 0; i < PEOPLE; i++) {
          FutureTask<SignUpOutcome> task = new FutureTask<>(() -> replica.signUp(name));
          Thread thread = Thread.ofPlatform().daemon().start(task);
          all.add(task);
          Bounded.until("it waits", () -> isWaiting(thread));
        }
      }
      List<SignUpOutcome> outcomes = new ArrayList<>();
      for (FutureTask<SignUpOutcome> task : all) {
        outcomes.add(task.get());
      }
      return outcomes;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** For its hash, or in the queue of the name. */
  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || List.of(thread.getStackTrace()).stream()
            .anyMatch(frame ->
                frame.getClassName().endsWith(".NameQueue")
                    && frame.getMethodName().equals("taken"));
  }
}
