package fr.cofrap.password;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash with everything needed to recompute it: a PHC string, as in {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$digest} (password-hashing-competition.org, "PHC string
 * format").
 *
 * @param phc the string as it is stored
 */
public record PasswordHash(String phc) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,7}),t=([1-9][0-9]{0,3}),p=([1-9][0-9]{0,2})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  /**
   * A hash as it is stored.
   *
   * @throws IllegalArgumentException if it is not an Argon2id PHC string
   */
  public PasswordHash {
    Matcher parts = FORM.matcher(phc);
    if (!parts.matches() || !isBase64(parts.group(4)) || !isBase64(parts.group(5))) {
      throw new IllegalArgumentException("not an Argon2id PHC string");
    }
  }

  /** The pattern allows only base64 characters; a single leftover one decodes to nothing. */
  private static boolean isBase64(String letters) {
    return letters.length() % 4 != 1;
  }

  static PasswordHash of(HashCost cost, byte[] salt, byte[] digest) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash(
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(
                cost.memoryKib(),
                cost.passes(),
                cost.lanes(),
                base64.encodeToString(salt),
                base64.encodeToString(digest)));
  }

  HashCost cost() {
    Matcher parts = parts();
    return new HashCost(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)));
  }

  byte[] salt() {
    return Base64.getDecoder().decode(parts().group(4));
  }

  byte[] digest() {
    return Base64.getDecoder().decode(parts().group(5));
  }

  private Matcher parts() {
    Matcher matcher = FORM.matcher(phc);
    if (!matcher.matches()) {
      throw new IllegalStateException("checked by the constructor");
    }
    return matcher;
  }

  @Override
  public String toString() {
    return "PasswordHash[redacted]";
  }
}
