package fr.cofrap.tests.user;

import fr.cofrap.tests.Pause;
import java.time.Duration;
import java.time.Instant;

/**
 * A user's authenticator app, with the patience of a user: {@link #next()} gives each code once, in
 * ascending order, and waits for the next step when all that are good by now are used.
 */
public final class Authenticator {
  /** A code of the step before is about to run out: rather begin with a new step. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final byte[] secret;
  private long lastStep = Long.MIN_VALUE;

  public Authenticator(String base32) {
    this.secret = Base32.decode(base32);
  }

  public static long currentStep() {
    return Code6238.stepAt(Instant.now());
  }

  public String at(long step) {
    return Code6238.code(secret, step);
  }

  /** Good now, and not given by this method before. */
  public String next() {
    lastStep = Math.max(lastStep + 1, earliestSafeStep());
    sleepUntil(Instant.ofEpochSecond((lastStep - 1) * Code6238.STEP_SECONDS));
    return at(lastStep);
  }

  /** The one that remains valid for longest: at least half a minute. */
  public String newest() {
    lastStep = currentStep() + 1;
    return at(lastStep);
  }

  /** The code that was given last. */
  public String last() {
    return at(lastStep);
  }

  /** Whether the last code has become too old by now, as after a slow request on a busy machine. */
  public boolean lastRanOut() {
    return currentStep() > lastStep + 1;
  }

  /** Not the code of any step near now. */
  public String wrong() {
    long now = currentStep();
    for (int candidate = 0; ; candidate++) {
      String code = "%06d".formatted(candidate);
      if (!near(now, code)) {
        return code;
      }
    }
  }

  private boolean near(long now, String code) {
    for (long step = now - 3; step <= now + 20; step++) {
      if (at(step).equals(code)) {
        return true;
      }
    }
    return false;
  }

  private static long earliestSafeStep() {
    return Code6238.stepAt(Instant.now().plus(MARGIN)) - 1;
  }

  private static void sleepUntil(Instant time) {
    Duration left = Duration.between(Instant.now(), time);
    if (left.isPositive()) {
      Pause.of(left.plusMillis(50));
    }
  }
}
