package fr.cofrap.tests.user;

import java.time.Instant;

/** One-time codes for use outside this package. */
public final class OneTimeCodes {
  private OneTimeCodes() {}

  /**
   * The current code.
   *
   * @param secret in base32
   */
  public static String now(String secret) {
    return ReferenceTotp.code(Base32.decode(secret), ReferenceTotp.stepAt(Instant.now()));
  }
}
