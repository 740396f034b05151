package fr.cofrap.totp;

import java.security.SecureRandom;
import org.jboss.aerogear.security.otp.api.Base32;

/**
 * The 160-bit key shared with a user's authenticator (RFC 4226, section 4). Does not print itself.
 */
public final class TotpSecret {
  /** The key's length, in bytes. */
  public static final int BYTES = 20;

  private final byte[] key;

  /**
   * An existing secret.
   *
   * @param key 20 bytes
   * @throws IllegalArgumentException for any other length
   */
  public TotpSecret(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("a TOTP secret has 20 bytes");
    }
    this.key = key.clone();
  }

  /** A new secret. */
  public static TotpSecret random(SecureRandom random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    return new TotpSecret(key);
  }

  /** The key in base32 (RFC 4648, section 6), 32 characters, for the response to its owner. */
  public String revealAsBase32() {
    return Base32.encode(key);
  }

  /** The key itself, to be sealed. */
  public byte[] revealKey() {
    return key.clone();
  }

  @Override
  public String toString() {
    return "TotpSecret[redacted]";
  }
}
