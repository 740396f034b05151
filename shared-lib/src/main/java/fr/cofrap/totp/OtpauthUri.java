package fr.cofrap.totp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an authenticator reads from the QR code (Key Uri Format, google-authenticator wiki).
 *
 * <p>Every parameter is explicit, even defaults, because some authenticators assume different ones.
 */
public final class OtpauthUri {
  private OtpauthUri() {}

  /**
   * The URI of an account and its secret.
   *
   * @param issuer the organization that the account belongs to
   * @param accountName the user's name there
   * @return {@code
   *     otpauth://totp/ISSUER:NAME?secret=…&issuer=ISSUER&algorithm=SHA1&digits=6&period=30}
   */
  public static String of(String issuer, String accountName, TotpSecret secret) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=%d"
        .formatted(
            encoded(issuer),
            encoded(accountName),
            secret.revealAsBase32(),
            encoded(issuer),
            TimeStep.SECONDS);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
