package fr.cofrap.recognition;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.Fingerprint;
import fr.cofrap.keys.KeyRing;
import fr.cofrap.keys.SecretKey;
import fr.cofrap.password.Password;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * Makes and compares fingerprints: the first 48 bits of an HMAC-SHA-256 (RFC 2104) over purpose,
 * set and password.
 *
 * <p>Every password is generated here, with over 150 bits. Someone who guesses matches a
 * fingerprint once in 2⁴⁸ guesses, and then has gained a hash, not a login. Someone who steals key
 * and database learns 48 of the bits: over 100 remain, behind Argon2id.
 */
public final class Fingerprinter {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE =
      "cofrap/password-fingerprint/v1".getBytes(StandardCharsets.US_ASCII);
  private static final int BYTES = 6;

  private final KeyRing keys;

  public Fingerprinter(KeyRing keys) {
    this.keys = keys;
  }

  /** The fingerprint of a set's password, by the current key. */
  public Fingerprint of(CredentialSetId set, Password password) {
    return of(keys.writing(), set, password);
  }

  /**
   * Compares a candidate with a fingerprint, in constant time.
   *
   * @param set that is stored with the fingerprint
   * @return whether it matches; empty if the fingerprint is not the set's, or its key is not on the
   *     ring
   */
  public Optional<Boolean> matches(
      Password candidate, CredentialSetId set, Fingerprint fingerprint) {
    return keys.byId(fingerprint.keyId())
        .filter(key -> fingerprint.set().equals(set))
        .map(key -> equal(of(key, set, candidate).bits(), fingerprint.bits()));
  }

  private static boolean equal(String bits, String others) {
    return MessageDigest.isEqual(
        bits.getBytes(StandardCharsets.US_ASCII), others.getBytes(StandardCharsets.US_ASCII));
  }

  private static Fingerprint of(SecretKey key, CredentialSetId set, Password password) {
    byte[] id =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(set.value().getMostSignificantBits())
            .putLong(set.value().getLeastSignificantBits())
            .array();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key.forAlgorithm(ALGORITHM));
      mac.update(PURPOSE);
      mac.update(id);
      byte[] code = mac.doFinal(password.utf8());
      return new Fingerprint(set, key.id(), HexFormat.of().formatHex(code, 0, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }
}
