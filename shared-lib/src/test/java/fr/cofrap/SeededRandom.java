package fr.cofrap;

import java.security.SecureRandom;
import java.util.Random;

/** A source of random bytes that are the same in every run. */
public final class SeededRandom extends SecureRandom {
  private final Random seeded;

  public SeededRandom(long seed) {
    seeded = new Random(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    seeded.nextBytes(bytes);
  }
}
