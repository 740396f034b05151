package fr.cofrap.account;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A few keyed bits of a set's password. They reject a forged password without a hash, but prove
 * nothing about one that they match.
 *
 * @param set whose password it is. If a statement stores a new set but not its fingerprint, the one
 *     left behind belongs to another set, and is ignored instead of locking the user out
 * @param keyId of the key that made them, as {@code keys.SecretKey} names it
 * @param bits the first 48 bits of the HMAC, in hexadecimal
 */
public record Fingerprint(CredentialSetId set, String keyId, String bits) {
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([0-9a-f]{16}):([0-9a-f]{12})");

  /**
   * A fingerprint as it is stored: {@code <set>:<key id>:<bits>}.
   *
   * @throws IllegalArgumentException if it has another form
   */
  public static Fingerprint parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a fingerprint");
    }
    CredentialSetId set = new CredentialSetId(UUID.fromString(parts.group(1)));
    return new Fingerprint(set, parts.group(2), parts.group(3));
  }

  /** As it is stored. */
  public String text() {
    return set.value() + ":" + keyId + ":" + bits;
  }

  @Override
  public String toString() {
    return "Fingerprint[" + set.value() + ", " + keyId + ", redacted]";
  }
}
