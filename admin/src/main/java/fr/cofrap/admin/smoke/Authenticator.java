package fr.cofrap.admin.smoke;

import fr.cofrap.admin.Failure;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.aerogear.security.otp.Totp;
import org.jboss.aerogear.security.otp.api.Clock;

/** An authenticator app with one account (RFC 6238: SHA-1, six digits, 30 seconds). */
record Authenticator(String secret) {
  private static final Pattern IN_URI = Pattern.compile("otpauth://totp/.*[?&]secret=([^&]*).*");
  private static final Pattern BASE32 = Pattern.compile("[A-Z2-7]{8,}=*");

  /**
   * Adds the account.
   *
   * @param typed a secret in base32 (RFC 4648, section 6), or an otpauth URI that contains one
   * @throws Failure for anything else
   */
  static Authenticator of(String typed) {
    Matcher uri = IN_URI.matcher(typed);
    String secret = uri.matches() ? uri.group(1) : typed;
    if (!BASE32.matcher(secret).matches()) {
      throw new Failure(
          "the secret is neither base32 (letters A to Z, digits 2 to 7) nor an otpauth URI");
    }
    return new Authenticator(secret);
  }

  String codeAt(Instant time) {
    long step = TimeStep.at(time).number();
    return new Totp(
            secret,
            new Clock(TimeStep.SECONDS) {
              @Override
              public long getCurrentInterval() {
                return step;
              }
            })
        .now();
  }

  @Override
  public String toString() {
    return "Authenticator[redacted]";
  }
}
