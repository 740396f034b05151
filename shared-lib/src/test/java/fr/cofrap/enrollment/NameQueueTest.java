package fr.cofrap.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.Bounded;
import fr.cofrap.account.Username;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class NameQueueTest {
  private static final Username ALICE = new Username("alice");
  private static final Username BOB = new Username("bob");

  private final NameQueue queue = new NameQueue();

  @Test
  void letsTwoRequestsForANameThroughAtATimeAndOtherNamesMeanwhile() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    CountDownLatch end = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> first = threads.submit(() -> queue.inTurn(ALICE, () -> staying(inside, end)));
      Future<?> second = threads.submit(() -> queue.inTurn(ALICE, () -> staying(inside, end)));
      Bounded.until("two are inside", () -> inside.get() == NameQueue.AT_ONCE);
      Thread third = Thread.ofVirtual().start(() -> queue.inTurn(ALICE, inside::incrementAndGet));
      Bounded.until("the third waits", () -> third.getState() == Thread.State.TIMED_WAITING);
      assertThat(queue.inTurn(BOB, () -> "bob")).isEqualTo("bob");
      assertThat(inside).hasValue(NameQueue.AT_ONCE);
      end.countDown();
      first.get();
      second.get();
      third.join();
    }
    assertThat(inside).hasValue(NameQueue.AT_ONCE + 1);
    assertThat(queue.size()).isZero();
  }

  /** Somebody else keeps one place, so that the queue of the name is not a new one each time. */
  @Test
  void givesThePlaceBackAfterAFailure() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    CountDownLatch end = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> other = threads.submit(() -> queue.inTurn(ALICE, () -> staying(inside, end)));
      Bounded.until("one is inside", () -> inside.get() == 1);
      for (int i = 0; i <= NameQueue.AT_ONCE; i++) {
        assertThatThrownBy(() -> queue.inTurn(ALICE, NameQueueTest::failing)).hasMessage("a fault");
      }
      assertThat(queue.inTurn(ALICE, () -> "alice")).isEqualTo("alice");
      end.countDown();
      other.get();
    }
    assertThat(queue.size()).isZero();
  }

  private static String failing() {
    throw new IllegalStateException("a fault");
  }

  private static int staying(AtomicInteger inside, CountDownLatch end) {
    inside.incrementAndGet();
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return inside.get();
  }
}
