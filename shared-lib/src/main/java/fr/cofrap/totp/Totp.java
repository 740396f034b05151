package fr.cofrap.totp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.jboss.aerogear.security.otp.api.Clock;

/**
 * Finds the time step to which a code belongs (RFC 6238, section 5.2: the current step and one on
 * either side).
 *
 * <p>The library computes the codes. Its own {@code verify} accepts a code twice, and numbers that
 * are not codes, so it is never used. Finding a step does not use it up: {@link
 * fr.cofrap.account.Accounts#claimStep} does.
 */
public final class Totp {
  private static final int SKEW_STEPS = 1;

  private Totp() {}

  /** The step with this code, the latest if there are several, or empty for a wrong code. */
  public static Optional<TimeStep> match(TotpSecret secret, OneTimeCode code, Instant now) {
    TimeStep current = TimeStep.at(now);
    Optional<TimeStep> found = Optional.empty();
    // All are compared, so that timing does not reveal which one matched.
    for (int skew = -SKEW_STEPS; skew <= SKEW_STEPS; skew++) {
      TimeStep step = current.plus(skew);
      if (MessageDigest.isEqual(codeOf(secret, step), code.ascii())) {
        found = Optional.of(step);
      }
    }
    return found;
  }

  private static byte[] codeOf(TotpSecret secret, TimeStep step) {
    var library = new org.jboss.aerogear.security.otp.Totp(secret.revealAsBase32(), standing(step));
    return library.now().getBytes(StandardCharsets.US_ASCII);
  }

  private static Clock standing(TimeStep step) {
    return new Clock(TimeStep.SECONDS) {
      @Override
      public long getCurrentInterval() {
        return step.number();
      }
    };
  }
}
