package fr.cofrap.password;

import fr.cofrap.Bounded;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

/** Keeps the only hashing thread busy until closed, so that every other hash queues. */
public final class BusyHashing implements AutoCloseable {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  private BusyHashing() {}

  public static BusyHashing on(HashThreads oneThread) throws InterruptedException {
    BusyHashing busy = new BusyHashing();
    Thread.ofVirtual().start(() -> oneThread.run(argon2id -> busy.untilTheEnd()));
    busy.begun.await();
    return busy;
  }

  private boolean untilTheEnd() {
    begun.countDown();
    try {
      end.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns once this thread is waiting for its hash. */
  public void awaitQueued(Thread caller) {
    Bounded.until(
        caller + " is waiting for its hash",
        () -> {
          if (!caller.isAlive()) {
            throw new AssertionError("finished without waiting for its hash:  " + caller);
          }
          return Arrays.stream(caller.getStackTrace()).anyMatch(BusyHashing::waitsForAResult);
        });
  }

  private static boolean waitsForAResult(StackTraceElement frame) {
    return frame.getClassName().equals(FutureTask.class.getName())
        && frame.getMethodName().equals("get");
  }

  @Override
  public void close() {
    end.countDown();
  }
}
