package fr.cofrap.races;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.SampleCredentials;
import fr.cofrap.jdbc.PostgresCodeThrottle;
import fr.cofrap.jdbc.Session;
import fr.cofrap.jdbc.TestDatabase;
import fr.cofrap.throttle.CodeThrottle;
import fr.cofrap.throttle.CodeThrottle.Admission;
import fr.cofrap.throttle.CodeThrottle.Refusal;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A code is throttled after too many wrong ones, and their count is purged before the reason is
 * read.
 */
@Tag("postgres")
final class PurgeDuringThrottlingTest {
  private final CodeThrottle throttle = new PostgresCodeThrottle(TestDatabase.shared());

  @Test
  void throttlesForASecondAndThenAdmits() throws Exception {
    assertThat(Rounds.outOfAHundred(this::isThrottledForASecond)).isEqualTo(Rounds.MANY);
  }

  private boolean isThrottledForASecond() throws Exception {
    CredentialSetId set = throttled();
    return admittedWhilePurging(set).equals(new Refusal.Throttled(Duration.ofSeconds(1)))
        && throttle.admit(set, Replica.NOW) instanceof Admission.Admitted;
  }

  private CredentialSetId throttled() {
    CredentialSetId set = SampleCredentials.fresh(Replica.NOW).setId();
    for (int i = 0; i < CodeThrottle.MAX_RECENT; i++) {
      throttle.admit(set, Replica.NOW);
    }
    return set;
  }

  /**
   * The reservation waits for a lock, and the purge for the reservation. PostgreSQL serves waiting
   * sessions in order, so the purge gets the table before the throttle can read the reason.
   */
  private Admission admittedWhilePurging(CredentialSetId set) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Admission> admission;
      Future<?> purge;
      try (HeldLock held = HeldLock.onCountingCodes()) {
        admission = threads.submit(() -> throttle.admit(set, Replica.NOW));
        held.awaitWaiting(1);
        purge = threads.submit(() -> purge(set));
        held.awaitWaiting(2);
      }
      purge.get();
      return admission.get();
    }
  }

  private static void purge(CredentialSetId set) {
    try (Session session = TestDatabase.asOwner().begin()) {
      session.update("LOCK TABLE code_attempts IN ACCESS EXCLUSIVE MODE");
      session.update("DELETE FROM code_attempts WHERE set_id = ?", set.value());
      session.commit();
    }
  }
}
