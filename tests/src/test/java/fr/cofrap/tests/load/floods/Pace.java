package fr.cofrap.tests.load.floods;

import java.time.Duration;

/**
 * How thoroughly to measure.
 *
 * @param side how long each side is measured
 * @param pairs how often both sides are
 * @param perKind requests of each kind of failed login
 */
record Pace(Duration side, int pairs, int perKind) {
  static final Pace FULL = new Pace(Duration.ofSeconds(20), 3, 2_000);
  static final Pace QUICK = new Pace(Duration.ofSeconds(5), 3, 200);

  /** What is sent before anything is measured. */
  Duration warmUp() {
    return Duration.ofSeconds(5);
  }
}
