package fr.cofrap.keys;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** A 256-bit key, named by a fingerprint of itself. Does not print itself. */
public final class SecretKey {
  private static final int BYTES = 32;
  private static final int ID_BYTES = 8;

  private final byte[] bytes;
  private final String id;

  private SecretKey(byte[] bytes) {
    this.bytes = bytes;
    this.id = HexFormat.of().formatHex(sha256(bytes), 0, ID_BYTES);
  }

  /** A key of exactly 32 bytes, or empty for any other length. */
  public static Optional<SecretKey> of(byte[] bytes) {
    return bytes.length == BYTES ? Optional.of(new SecretKey(bytes.clone())) : Optional.empty();
  }

  /** The first 64 bits of the key's SHA-256, in hexadecimal: the same wherever the key is. */
  public String id() {
    return id;
  }

  /** The key for an algorithm of the Java platform, such as {@code AES} or {@code HmacSHA256}. */
  public javax.crypto.SecretKey forAlgorithm(String algorithm) {
    return new SecretKeySpec(bytes, algorithm);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SecretKey[" + id + "]";
  }
}
