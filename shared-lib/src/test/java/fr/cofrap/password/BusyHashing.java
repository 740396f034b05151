package fr.cofrap.password;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

/** Keeps the only hashing thread busy until closed: every other hash waits in the queue. */
public final class BusyHashing implements AutoCloseable {
  private static final Duration HUNG = Duration.ofSeconds(60);

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

  /** Returns once this caller is waiting for its hash. */
  public void awaitQueued(Thread caller) {
    long giveUp = System.nanoTime() + HUNG.toNanos();
    while (Arrays.stream(caller.getStackTrace()).noneMatch(BusyHashing::waitsForAResult)) {
      if (!caller.isAlive() || System.nanoTime() > giveUp) {
        throw new AssertionError("not waiting for its hash: " + caller);
      }
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
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
