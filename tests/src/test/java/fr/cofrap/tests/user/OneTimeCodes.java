package fr.cofrap.tests.user;

import java.time.Instant;

/** One-time codes for programs outside of this package. */
public final class OneTimeCodes {
  private OneTimeCodes() {}

  /**
   * The code of this moment.
   *
   * @param secret in base32
   */
  public static String now(String secret) {
    return Code6238.code(Base32.decode(secret), Code6238.stepAt(Instant.now()));
  }
}
