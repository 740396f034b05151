package fr.cofrap.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A user's name: 3 to 64 characters of {@code a-z 0-9 . _ -}, in lower case.
 *
 * @param value the name as it is stored
 */
public record Username(String value) {
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{3,64}");
  private static final Pattern STORED = Pattern.compile("[a-z0-9._-]{3,64}");

  public Username {
    if (!STORED.matcher(value).matches()) {
      throw new IllegalArgumentException("not a username in its stored form");
    }
  }

  /**
   * Reads a name as a person typed it. It must be ASCII before it is converted to lower case:
   * otherwise characters such as the Kelvin sign would turn into letters of another name.
   *
   * @return the name in lower case, or empty if it is not an acceptable name
   */
  public static Optional<Username> parse(String typed) {
    return ACCEPTED.matcher(typed).matches()
        ? Optional.of(new Username(typed.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }
}
