package fr.cofrap.password;

import java.nio.charset.StandardCharsets;

/** A password in the clear, generated here or typed by a user. It does not print itself. */
public final class Password {
  /** The longest candidate that is considered, in Unicode code points. */
  public static final int MAX_LENGTH = 128;

  private final String value;

  /**
   * A password as a user typed it, or as it was generated.
   *
   * @param value exactly as generated or received: nothing is trimmed or normalized
   */
  public Password(String value) {
    this.value = value;
  }

  /** The password in the clear, for the one response that reveals it to its owner. */
  public String revealToOwner() {
    return value;
  }

  /** The characters in UTF-8, for hashes and message authentication codes. */
  public byte[] utf8() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Whether {@link PasswordGenerator} can have generated it. If not, it need not be hashed:
   * skipping that reveals something about the input, never about a user.
   */
  public boolean canBeGenerated() {
    return value.length() == PasswordGenerator.LENGTH
        && value.chars().allMatch(c -> PasswordGenerator.ALPHABET.indexOf(c) >= 0);
  }

  @Override
  public String toString() {
    return "Password[redacted]";
  }
}
