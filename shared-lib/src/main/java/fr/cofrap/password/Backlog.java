package fr.cofrap.password;

import fr.cofrap.Unavailable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long new work would have to wait for the work before it.
 *
 * <p>Limits the wait instead of the number of those who wait: what a hash takes differs between
 * machines, and between an idle machine and a busy one. Whoever would wait for more than two
 * seconds is rejected immediately, and learns when to try again.
 */
public final class Backlog {
  static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  /** Until work was measured. */
  static final Duration FIRST_GUESS = Duration.ofMillis(40);

  private static final Duration SHORTEST_RETRY = Duration.ofSeconds(1);

  /** A new measurement changes the average by an eighth of the difference. */
  private static final int SMOOTHING = 8;

  private final int workers;
  private final AtomicInteger unfinished = new AtomicInteger();
  private final AtomicLong averageNanos = new AtomicLong(FIRST_GUESS.toNanos());

  /**
   * No work yet.
   *
   * @param workers how much of it is done at a time
   */
  public Backlog(int workers) {
    this.workers = workers;
  }

  /**
   * Adds work, which {@link #leave} then removes.
   *
   * @throws Unavailable when it is expected to wait for too long; nothing was added then
   */
  public void enter() {
    int before = unfinished.getAndIncrement();
    long waiting = Math.max(0, before - workers + 1);
    Duration wait = Duration.ofNanos(waiting * averageNanos.get() / workers);
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      leave();
      Duration excess = wait.minus(LONGEST_WAIT);
      throw new Unavailable(
          "the hashing queue is full",
          excess.compareTo(SHORTEST_RETRY) < 0 ? SHORTEST_RETRY : excess);
    }
  }

  /** Removes work, whether it was done or not. */
  public void leave() {
    unfinished.decrementAndGet();
  }

  /** Learns how long a piece of work took, without its wait. */
  public void took(Duration time) {
    averageNanos.updateAndGet(average -> average + (time.toNanos() - average) / SMOOTHING);
  }
}
