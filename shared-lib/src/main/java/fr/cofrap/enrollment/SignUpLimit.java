package fr.cofrap.enrollment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many sign-ups one replica takes within a minute, so that garbage cannot fill the database.
 */
public final class SignUpLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int perMinute;
  private final List<Instant> admitted = new ArrayList<>();

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
    // Later than now: the clock was set back, or another request read it later but got here first.
    // Counting those as of now keeps the limit in force, and nobody waits more than a minute.
    admitted.replaceAll(at -> at.isAfter(now) ? now : at);
    admitted.removeIf(at -> !at.plus(WINDOW).isAfter(now));
    if (admitted.size() < perMinute) {
      admitted.add(now);
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, admitted.getFirst().plus(WINDOW)));
  }
}
