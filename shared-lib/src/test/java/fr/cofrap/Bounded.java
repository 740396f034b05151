package fr.cofrap;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for events, however slow the machine is, and fails only when something has hung. */
public final class Bounded {
  private static final Duration HUNG = Duration.ofSeconds(60);
  private static final Duration POLLING = Duration.ofMillis(10);

  private Bounded() {}

  /** Returns once the condition is true. */
  public static void until(String condition, BooleanSupplier holds) {
    long giveUp = System.nanoTime() + HUNG.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("hung: waited " + HUNG + " until " + condition);
      }
      LockSupport.parkNanos(POLLING.toNanos());
    }
  }

  /** Runs work that might never end, in a thread that is abandoned in that case. */
  public static void run(String what, Runnable work) throws Exception {
    FutureTask<Void> task = new FutureTask<>(work, null);
    Thread.ofPlatform().daemon().start(task);
    try {
      task.get(HUNG.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("hung: " + what + " did not finish in " + HUNG, e);
    }
  }
}
