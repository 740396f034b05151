package fr.cofrap.totp;

import java.time.Instant;

/**
 * A 30-second step since the Unix epoch: T of RFC 6238, section 4.2, with X = 30 and T0 = 0.
 *
 * @param number counted from 0
 */
public record TimeStep(long number) {
  /** The length of a step, in seconds. */
  public static final int SECONDS = 30;

  /** The step that this time falls into. */
  public static TimeStep at(Instant time) {
    return new TimeStep(Math.floorDiv(time.getEpochSecond(), SECONDS));
  }

  TimeStep plus(long steps) {
    return new TimeStep(number + steps);
  }
}
