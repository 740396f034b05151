package fr.cofrap.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;

/**
 * Two steps with the same code, close enough to be accepted at the same time, which happens to a
 * user about once in a million steps.
 *
 * <p>Found by computing the codes of the secret of RFC 6238, appendix B, for each step from 2026
 * on, until one equaled that of the step before, and one that of two steps before.
 *
 * @param later the later of the two
 * @param bothAcceptedAt a time at which both are accepted
 */
public record SharedCode(String digits, TimeStep later, Instant bothAcceptedAt) {
  public static final TotpSecret SECRET = new TotpSecret("12345678901234567890".getBytes(US_ASCII));

  /** Steps 59061240 and 59061241, in the middle of the former. */
  public static final SharedCode OF_NEIGHBOURS =
      new SharedCode(
          "963181", new TimeStep(59_061_241), Instant.ofEpochSecond(59_061_240 * 30L + 15));

  /** Steps 61331809 and 61331811, in the middle of the one between them. */
  public static final SharedCode OF_EITHER_SIDE =
      new SharedCode(
          "768734", new TimeStep(61_331_811), Instant.ofEpochSecond(61_331_810 * 30L + 15));
}
