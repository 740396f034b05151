package fr.cofrap.tests.secrets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Keys as they are in key files. */
final class Keys {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Keys() {}

  /** One that starts with the mark of the next key, as one in 64 does. */
  static String create() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    // The first six bits are those of '+', the character 62.
    key[0] = (byte) ((62 << 2) | (key[0] & 3));
    return Base64.getEncoder().encodeToString(key);
  }

  /** As a sealed row names it. */
  static String id(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(key.strip()));
      return HexFormat.of().formatHex(hash).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> of(String file) {
    return file.lines().toList();
  }
}
