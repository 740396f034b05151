package fr.cofrap.account;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long credentials are valid: calendar months and days counted in UTC, a duration to the
 * second, or unlimited.
 *
 * @param amount empty if credentials never expire
 */
public record CredentialLifetime(Optional<TemporalAmount> amount) {
  private static final String OFF = "off";

  /**
   * ISO 8601 without the signs and lower-case letters that Java also accepts: no part may be
   * negative.
   */
  private static final Pattern UNSIGNED = Pattern.compile("P[0-9A-Z.]+");

  /**
   * Reads a lifetime.
   *
   * @param text an ISO-8601 period ({@code P6M}), an ISO-8601 duration ({@code PT2M}), or {@code
   *     off}
   * @return empty if it is none of these, not positive, or has fractions of a second
   */
  public static Optional<CredentialLifetime> parse(String text) {
    if (text.equals(OFF)) {
      return Optional.of(new CredentialLifetime(Optional.empty()));
    }
    return read(text)
        .filter(CredentialLifetime::isUsable)
        .map(a -> new CredentialLifetime(Optional.of(a)));
  }

  /**
   * The first instant at which credentials activated at the given time have expired. Six months
   * after 31 August is the end of February, as in {@link java.time.LocalDate#plusMonths}.
   *
   * @return empty if they never expire
   */
  public Optional<Instant> endOf(Instant activatedAt) {
    return amount.map(a -> activatedAt.atZone(ZoneOffset.UTC).plus(a).toInstant());
  }

  private static Optional<TemporalAmount> read(String text) {
    if (!UNSIGNED.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(text.contains("T") ? Duration.parse(text) : Period.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isUsable(TemporalAmount amount) {
    try {
      var day = Instant.EPOCH.atZone(ZoneOffset.UTC);
      var end = day.plus(amount);
      return end.isAfter(day) && end.isBefore(day.plusYears(1000)) && end.getNano() == 0;
    } catch (DateTimeException | ArithmeticException e) {
      return false;
    }
  }
}
