package fr.cofrap.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.CheapHasher;
import fr.cofrap.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class HashThreadsTest {
  @Test
  void acceptsWhatIsExpectedToStartWithinTwoSeconds() throws InterruptedException {
    try (HashThreads threads = new HashThreads(1, CheapHasher.COST)) {
      List<Thread> waiting = new ArrayList<>();
      try (BusyHashing busy = BusyHashing.on(threads)) {
        for (int i = 0; i < Backlog.LONGEST_WAIT.dividedBy(Backlog.FIRST_GUESS); i++) {
          waiting.add(Thread.startVirtualThread(() -> threads.run(argon2id -> true)));
          busy.awaitQueued(waiting.getLast());
        }
        assertThatThrownBy(() -> threads.run(argon2id -> true))
            .isInstanceOfSatisfying(
                Unavailable.class, e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(1)))
            .hasMessage("the hashing queue is full");
      }
      for (Thread thread : waiting) {
        thread.join();
      }
      assertThat(threads.<Boolean>run(argon2id -> true)).isTrue();
    }
  }
}
