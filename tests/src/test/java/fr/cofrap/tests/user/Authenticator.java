package fr.cofrap.tests.user;

import fr.cofrap.tests.Pause;
import java.time.Duration;
import java.time.Instant;

/**
 * A user's authenticator app, with a user's patience: {@link #next()} returns each code once, in
 * ascending order, and waits for the next step if all currently valid ones are used.
 */
public final class Authenticator {
  /** A code this close to its end is skipped in favor of the next step's. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final byte[] secret;
  private long lastStep = Long.MIN_VALUE;

  public Authenticator(String base32) {
    this.secret = Base32.decode(base32);
  }

  public static long currentStep() {
    return ReferenceTotp.stepAt(Instant.now());
  }

  public String at(long step) {
    return ReferenceTotp.code(secret, step);
  }

  /** A code that is valid now and was not returned before. */
  public String next() {
    lastStep = nextStep();
    sleepUntil(Instant.ofEpochSecond((lastStep - 1) * ReferenceTotp.STEP_SECONDS));
    return at(lastStep);
  }

  /** Whether {@link #next()} returns one without waiting. */
  public boolean hasNext() {
    return nextStep() <= currentStep() + 1;
  }

  private long nextStep() {
    return Math.max(lastStep + 1, earliestSafeStep());
  }

  /** The code that remains valid for longest: at least half a minute. */
  public String newest() {
    lastStep = currentStep() + 1;
    return at(lastStep);
  }

  /** The code that was returned last. */
  public String last() {
    return at(lastStep);
  }

  /**
   * Whether the last code has expired meanwhile, for example during a slow request on a busy
   * machine.
   */
  public boolean lastHasExpired() {
    return currentStep() > lastStep + 1;
  }

  /** A code of no step near now. */
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
    return ReferenceTotp.stepAt(Instant.now().plus(MARGIN)) - 1;
  }

  private static void sleepUntil(Instant time) {
    Duration left = Duration.between(Instant.now(), time);
    if (left.isPositive()) {
      Pause.of(left.plusMillis(50));
    }
  }
}
