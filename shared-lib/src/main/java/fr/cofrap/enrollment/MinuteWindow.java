package fr.cofrap.enrollment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Admits a limited number of requests in any 60 seconds. Not safe for use by several threads. */
final class MinuteWindow {
  static final Duration LENGTH = Duration.ofMinutes(1);

  private final int limit;
  private final List<Instant> admitted = new ArrayList<>();

  /**
   * A window in which nothing has been admitted yet.
   *
   * @param limit at least 1
   */
  MinuteWindow(int limit) {
    this.limit = limit;
  }

  /** Admits a request and returns empty, or returns how long until the next one is admitted. */
  Optional<Duration> admit(Instant now) {
    // Later than now: the clock was set back, or another request read it later but got here first.
    // Counting those as now keeps the limit in force, and nobody waits more than a minute.
    admitted.replaceAll(at -> at.isAfter(now) ? now : at);
    admitted.removeIf(at -> !at.plus(LENGTH).isAfter(now));
    if (admitted.size() < limit) {
      admitted.add(now);
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, admitted.getFirst().plus(LENGTH)));
  }

  /** Whether nothing was admitted in the last 60 seconds. */
  boolean isOver(Instant now) {
    return admitted.isEmpty() || !admitted.getLast().plus(LENGTH).isAfter(now);
  }
}
