package fr.cofrap.totp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** A code as a user types it: six ASCII digits, and nothing that merely parses as a number. */
public final class OneTimeCode {
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

  private final String digits;

  private OneTimeCode(String digits) {
    this.digits = digits;
  }

  /** Reads a code; empty for anything but six ASCII digits. */
  public static Optional<OneTimeCode> parse(String typed) {
    return SIX_DIGITS.matcher(typed).matches()
        ? Optional.of(new OneTimeCode(typed))
        : Optional.empty();
  }

  byte[] ascii() {
    return digits.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "OneTimeCode[redacted]";
  }
}
