package fr.cofrap.enrollment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How many sign-ups one replica takes within a minute, so that garbage cannot fill the database.
 */
public final class SignUpLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int perMinute;
  private final Deque<Instant> admitted = new ArrayDeque<>();

  /**
   * A limit of so many.
   *
   * @param perMinute at least 1
   */
  public SignUpLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Admits a sign-up, with an empty answer, or tells how long until there is room for one. */
  synchronized Optional<Duration> admit(Instant now) {
    // Later than now: counted before the clock was set back.
    admitted.removeIf(at -> !at.plus(WINDOW).isAfter(now) || at.isAfter(now));
    if (admitted.size() < perMinute) {
      admitted.addLast(now);
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, admitted.getFirst().plus(WINDOW)));
  }
}
