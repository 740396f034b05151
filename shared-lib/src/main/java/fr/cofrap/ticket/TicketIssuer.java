package fr.cofrap.ticket;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.UserId;
import fr.cofrap.keys.KeyRing;
import fr.cofrap.keys.SecretKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;

/**
 * Issues and verifies renewal tickets: an HMAC-SHA-256 (RFC 2104) over purpose, key, user, the set
 * to be replaced, and the time of expiry.
 *
 * <p>There is no table of tickets: a ticket becomes invalid once the set that it names is no longer
 * in force.
 */
public final class TicketIssuer {
  /** How long a ticket is valid. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE =
      "cofrap/renewal-ticket/v1".getBytes(StandardCharsets.US_ASCII);
  private static final int KEY_ID_BYTES = 8;
  private static final int CLAIMS_BYTES = KEY_ID_BYTES + 4 * Long.BYTES;
  private static final int MAC_BYTES = 32;

  private final KeyRing keys;

  public TicketIssuer(KeyRing keys) {
    this.keys = keys;
  }

  /** Issues a ticket to replace a set whose password and code have just been verified. */
  public RenewalTicket issue(UserId user, CredentialSetId replaces, Instant now) {
    Instant expiresAt = now.plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS);
    SecretKey key = keys.writing();
    byte[] claims =
        ByteBuffer.allocate(CLAIMS_BYTES)
            .put(HexFormat.of().parseHex(key.id()))
            .putLong(user.value())
            .putLong(replaces.value().getMostSignificantBits())
            .putLong(replaces.value().getLeastSignificantBits())
            .putLong(expiresAt.getEpochSecond())
            .array();
    byte[] ticket =
        ByteBuffer.allocate(CLAIMS_BYTES + MAC_BYTES).put(claims).put(mac(key, claims)).array();
    return new RenewalTicket(
        Base64.getUrlEncoder().withoutPadding().encodeToString(ticket), expiresAt);
  }

  /**
   * Verifies a ticket as a client sent it.
   *
   * @return its claims; empty if it is malformed, not signed with these keys, modified, or expired
   */
  public Optional<TicketClaims> verify(String text, Instant now) {
    byte[] ticket = decoded(text);
    if (ticket.length != CLAIMS_BYTES + MAC_BYTES) {
      return Optional.empty();
    }
    byte[] claims = Arrays.copyOf(ticket, CLAIMS_BYTES);
    byte[] mac = Arrays.copyOfRange(ticket, CLAIMS_BYTES, ticket.length);
    return keys.byId(HexFormat.of().formatHex(claims, 0, KEY_ID_BYTES))
        .filter(key -> MessageDigest.isEqual(mac(key, claims), mac))
        .flatMap(key -> claimsIfInTime(claims, now));
  }

  private static Optional<TicketClaims> claimsIfInTime(byte[] claims, Instant now) {
    ByteBuffer fields = ByteBuffer.wrap(claims).position(KEY_ID_BYTES);
    UserId user = new UserId(fields.getLong());
    CredentialSetId replaces = new CredentialSetId(new UUID(fields.getLong(), fields.getLong()));
    Instant expiresAt = Instant.ofEpochSecond(fields.getLong());
    return now.isBefore(expiresAt)
        ? Optional.of(new TicketClaims(user, replaces, expiresAt))
        : Optional.empty();
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] mac(SecretKey key, byte[] claims) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key.forAlgorithm(ALGORITHM));
      mac.update(PURPOSE);
      return mac.doFinal(claims);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }
}
