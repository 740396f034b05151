package fr.cofrap.password;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts what is being done for each of many subjects, and limits it. */
public final class InFlight {
  private final int most;
  private final ConcurrentMap<Object, Integer> counts = new ConcurrentHashMap<>();

  /**
   * Nothing yet.
   *
   * @param most how much may be done for one subject at a time
   */
  public InFlight(int most) {
    this.most = most;
  }

  /** Whether there is room for one more, which {@link #leave} then ends. */
  public boolean enter(Object subject) {
    boolean[] entered = new boolean[1];
    counts.compute(
        subject,
        (same, count) -> {
          int now = count == null ? 0 : count;
          entered[0] = now < most;
          return entered[0] ? now + 1 : count;
        });
    return entered[0];
  }

  /** Ends what {@link #enter} has begun. */
  public void leave(Object subject) {
    counts.computeIfPresent(subject, (same, count) -> count == 1 ? null : count - 1);
  }
}
