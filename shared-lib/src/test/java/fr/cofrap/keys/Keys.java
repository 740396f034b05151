package fr.cofrap.keys;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Keys for tests, numbered. */
public final class Keys {
  private Keys() {}

  public static SecretKey key(int number) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return SecretKey.of(bytes).orElseThrow();
  }

  /** The key as it appears in a key file. */
  public static String base64(int number) {
    return Base64.getEncoder().encodeToString(key(number).forAlgorithm("AES").getEncoded());
  }

  /** A ring that writes with the first key and reads with all. */
  public static KeyRing ring(int writing, Integer... reading) {
    return new KeyRing(key(writing), Arrays.stream(reading).map(Keys::key).toList());
  }

  public static KeyRing ringOf(SecretKey writing) {
    return new KeyRing(writing, List.of());
  }
}
