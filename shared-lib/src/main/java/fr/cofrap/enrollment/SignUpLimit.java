package fr.cofrap.enrollment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Limits the sign-ups of one replica per minute, so that nobody can fill the database. */
public final class SignUpLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int perMinute;
  private final List<Instant> admitted = new ArrayList<>();

  /**
   * A limit that has not been used yet.
   *
   * @param perMinute sign-ups in any 60 seconds; at least 1
   */
  public SignUpLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Admits a sign-up and returns empty, or returns how long until the next one is admitted. */
  synchronized Optional<Duration> admit(Instant now) {
    // Later than now: the clock was set back, or another request read it later but got here first.
    // Counting those as now keeps the limit in force, and nobody waits more than a minute.
    admitted.replaceAll(at -> at.isAfter(now) ? now : at);
    admitted.removeIf(at -> !at.plus(WINDOW).isAfter(now));
    if (admitted.size() < perMinute) {
      admitted.add(now);
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, admitted.getFirst().plus(WINDOW)));
  }
}
