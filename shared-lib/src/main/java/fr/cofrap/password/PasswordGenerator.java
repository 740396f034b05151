package fr.cofrap.password;

import java.security.SecureRandom;
import java.util.List;

/**
 * Generates passwords of 24 characters with upper case, lower case, digits and special characters:
 * over 150 bits.
 *
 * <p>Characters that look alike in many fonts (I l 1 O 0) are left out, since some people type what
 * they read.
 */
public final class PasswordGenerator {
  static final int LENGTH = 24;

  private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghijkmnopqrstuvwxyz";
  private static final String DIGITS = "23456789";
  private static final String SPECIALS = "!#$%&*+-./:;<=>?@^_~";
  private static final List<String> CLASSES = List.of(UPPER, LOWER, DIGITS, SPECIALS);

  static final String ALPHABET = String.join("", CLASSES);

  private final SecureRandom random;

  public PasswordGenerator(SecureRandom random) {
    this.random = random;
  }

  /**
   * A new password. Each character is drawn uniformly; a draw that lacks a class is discarded as a
   * whole, so that no position favors a class.
   */
  public Password generate() {
    while (true) {
      String drawn = draw();
      if (CLASSES.stream().allMatch(c -> drawn.chars().anyMatch(x -> c.indexOf(x) >= 0))) {
        return new Password(drawn);
      }
    }
  }

  private String draw() {
    StringBuilder drawn = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return drawn.toString();
  }
}
