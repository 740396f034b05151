package fr.cofrap.sealing;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.UserId;
import fr.cofrap.keys.KeyMissing;
import fr.cofrap.keys.KeyRing;
import fr.cofrap.keys.SecretKey;
import fr.cofrap.totp.TotpSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals TOTP secrets with AES-256-GCM (NIST SP 800-38D): random 96-bit nonce, 128-bit tag.
 *
 * <p>Someone who can write to the database must not be able to give a user a secret of their own
 * choosing: a ciphertext opens only for the user and the credential set for which it was sealed.
 */
public final class SecretVault {
  private static final String PURPOSE = "cofrap/totp-secret/v1";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final Pattern FORM =
      Pattern.compile("v1\\.([0-9a-f]{16})\\.([A-Za-z0-9_-]{16})\\.([A-Za-z0-9_-]{48})");

  private final KeyRing keys;
  private final SecureRandom random;

  public SecretVault(KeyRing keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  /** Encrypts a secret for this user and set: {@code v1.keyId.nonce.ciphertext}, in base64url. */
  public SealedSecret seal(TotpSecret secret, UserId user, CredentialSetId set) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    SecretKey key = keys.writing();
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, key, nonce, user, set).doFinal(secret.revealKey());
      Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
      return new SealedSecret(
          "v1.%s.%s.%s"
              .formatted(key.id(), base64.encodeToString(nonce), base64.encodeToString(sealed)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM cannot encrypt", e);
    }
  }

  /**
   * Decrypts the secret of this user and set.
   *
   * @throws SealBroken if it is not what was sealed for them
   * @throws KeyMissing if its key is not on the ring
   */
  public TotpSecret open(SealedSecret sealed, UserId user, CredentialSetId set) {
    Matcher parts = FORM.matcher(sealed.text());
    if (!parts.matches()) {
      throw new SealBroken("not a sealed secret, " + row(user, set));
    }
    SecretKey key =
        keys.byId(parts.group(1))
            .orElseThrow(() -> new KeyMissing("no key " + parts.group(1) + ", " + row(user, set)));
    Base64.Decoder base64 = Base64.getUrlDecoder();
    try {
      byte[] nonce = base64.decode(parts.group(2));
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, user, set);
      return new TotpSecret(cipher.doFinal(base64.decode(parts.group(3))));
    } catch (GeneralSecurityException e) {
      throw new SealBroken("a sealed secret was changed or moved, " + row(user, set));
    }
  }

  private static String row(UserId user, CredentialSetId set) {
    return "user " + user.value() + ", set " + set.value();
  }

  private static Cipher cipher(
      int mode, SecretKey key, byte[] nonce, UserId user, CredentialSetId set)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.forAlgorithm("AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        String.join("|", PURPOSE, key.id(), Long.toString(user.value()), set.value().toString())
            .getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }
}
