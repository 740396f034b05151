package fr.cofrap.sealing;

import java.util.Arrays;
import java.util.List;

/** Keys for tests, told apart by a number. */
public final class Keys {
  private Keys() {}

  public static SecretKey key(int number) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return SecretKey.of(bytes).orElseThrow();
  }

  /** A ring that writes with the first and reads with all. */
  public static KeyRing ring(int writing, Integer... reading) {
    return new KeyRing(key(writing), Arrays.stream(reading).map(Keys::key).toList());
  }

  public static KeyRing ringOf(SecretKey writing) {
    return new KeyRing(writing, List.of());
  }
}
