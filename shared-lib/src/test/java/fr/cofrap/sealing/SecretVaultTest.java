package fr.cofrap.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.SeededRandom;
import fr.cofrap.Unavailable;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.UserId;
import fr.cofrap.keys.KeyMissing;
import fr.cofrap.keys.Keys;
import fr.cofrap.totp.TotpSecret;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretVaultTest {
  private static final UserId USER = new UserId(42);
  private static final CredentialSetId SET =
      new CredentialSetId(UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"));
  private static final TotpSecret SECRET =
      new TotpSecret("12345678901234567890".getBytes(US_ASCII));
  private static final String BASE64_URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final SecretVault vault = new SecretVault(Keys.ring(1), new SeededRandom(1));
  private final String sealed = vault.seal(SECRET, USER, SET).text();

  @Test
  void opensWhatItSealed() {
    SeededRandom random = new SeededRandom(2);
    for (int i = 0; i < 1000; i++) {
      TotpSecret secret = TotpSecret.random(random);
      UserId user = new UserId(i);
      CredentialSetId set = CredentialSetId.random(random);
      assertThat(vault.open(vault.seal(secret, user, set), user, set).revealKey())
          .isEqualTo(secret.revealKey());
    }
  }

  /** Made with Python's cryptography package. */
  @Test
  void opensWhatAnotherImplementationSealed() {
    assertOpens(
        vault,
        "v1.72cd6e8422c407fb.AAECAwQFBgcICQoL.ipSmEhXIMUHHWtb2E139lZn-UjraVGBpVqpYWPwvHpyrFYzU");
  }

  @Test
  void sealsWithAesGcmOverPurposeKeyUserAndSet() throws GeneralSecurityException {
    String[] parts = sealed.split("\\.", -1);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        Keys.key(1).forAlgorithm("AES"),
        new GCMParameterSpec(128, Base64.getUrlDecoder().decode(parts[2])));
    cipher.updateAAD(
        ("cofrap/totp-secret/v1|" + Keys.key(1).id() + "|42|01234567-89ab-cdef-0123-456789abcdef")
            .getBytes(US_ASCII));
    assertThat(cipher.doFinal(Base64.getUrlDecoder().decode(parts[3])))
        .isEqualTo(SECRET.revealKey());
  }

  @Test
  void rejectsEveryChangedCharacter() {
    for (int at = 0; at < sealed.length(); at++) {
      for (int c = 0; c < BASE64_URL.length(); c++) {
        String changed = sealed.substring(0, at) + BASE64_URL.charAt(c) + sealed.substring(at + 1);
        if (!changed.equals(sealed)) {
          assertThatThrownBy(() -> open(vault, changed))
              .as(changed)
              .isInstanceOfAny(SealBroken.class, KeyMissing.class);
        }
      }
    }
  }

  @Test
  void rejectsEveryFlippedBitOfNonceAndCiphertext() {
    String[] parts = sealed.split("\\.", -1);
    for (int part = 2; part <= 3; part++) {
      byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
      for (int bit = 0; bit < bytes.length * 8; bit++) {
        String[] changed = parts.clone();
        changed[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped(bytes, bit));
        assertBroken(vault, String.join(".", changed));
      }
    }
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] changed = bytes.clone();
    changed[bit / 8] ^= (byte) (1 << bit % 8);
    return changed;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "v1", "v1...", "plain", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "v1.0.0.0"})
  void rejectsOtherFormats(String text) {
    assertBroken(vault, text);
  }

  @Test
  void rejectsTruncatedExtendedOrPaddedText() {
    for (int length = 0; length < sealed.length(); length++) {
      assertBroken(vault, sealed.substring(0, length));
    }
    assertBroken(vault, sealed + "A");
    assertBroken(vault, sealed + "=");
    assertBroken(vault, sealed + "\n");
    assertBroken(vault, " " + sealed);
  }

  @Test
  void doesNotOpenForAnotherUser() {
    for (long other : new long[] {0, 1, 4, 41, 43, 421, -42}) {
      assertThatThrownBy(() -> vault.open(new SealedSecret(sealed), new UserId(other), SET))
          .isInstanceOf(SealBroken.class);
    }
  }

  @Test
  void doesNotOpenForAnotherSetOfTheSameUser() {
    CredentialSetId newer = CredentialSetId.random(new SeededRandom(3));
    assertThatThrownBy(() -> vault.open(new SealedSecret(sealed), USER, newer))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void opensWithAReadingKeyAndSealsWithTheWritingKey() {
    SecretVault rotated = new SecretVault(Keys.ring(2, 1), new SeededRandom(4));
    assertOpens(rotated, sealed);
    String resealed = rotated.seal(SECRET, USER, SET).text();
    assertThat(resealed).startsWith("v1." + Keys.key(2).id() + ".");
    assertOpens(rotated, resealed);
    assertOpens(new SecretVault(Keys.ring(2), new SeededRandom(5)), resealed);
  }

  @Test
  void distinguishesAMissingKeyFromABrokenSeal() {
    SecretVault lacking = new SecretVault(Keys.ring(2, 3), new SeededRandom(4));
    assertThatThrownBy(() -> open(lacking, sealed))
        .isInstanceOf(KeyMissing.class)
        .isInstanceOf(Unavailable.class)
        .hasMessage("no key 72cd6e8422c407fb, user 42, set 01234567-89ab-cdef-0123-456789abcdef");
  }

  @Test
  void rejectsTextUnderTheIdOfAnotherKeyOnTheRing() {
    assertBroken(
        new SecretVault(Keys.ring(1, 2), new SeededRandom(4)),
        sealed.replace(Keys.key(1).id(), Keys.key(2).id()));
  }

  @Test
  void neverReusesANonce() {
    SecretVault real = new SecretVault(Keys.ring(1), new SecureRandom());
    Set<String> nonces = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      nonces.add(real.seal(SECRET, USER, SET).text().split("\\.", -1)[2]);
    }
    assertThat(nonces).hasSize(100_000);
  }

  @Test
  void namesTheRowOfABrokenSealAndNothingOfItsContent() {
    assertThatThrownBy(() -> vault.open(new SealedSecret(sealed), new UserId(7), SET))
        .hasMessage(
            "a sealed secret was changed or moved,"
                + " user 7, set 01234567-89ab-cdef-0123-456789abcdef");
    assertThatThrownBy(() -> open(vault, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
        .hasMessage("not a sealed secret, user 42, set 01234567-89ab-cdef-0123-456789abcdef");
  }

  private static void assertOpens(SecretVault vault, String text) {
    assertThat(open(vault, text).revealKey()).isEqualTo(SECRET.revealKey());
  }

  private static TotpSecret open(SecretVault vault, String text) {
    return vault.open(new SealedSecret(text), USER, SET);
  }

  private static void assertBroken(SecretVault vault, String text) {
    assertThatThrownBy(() -> open(vault, text)).as(text).isInstanceOf(SealBroken.class);
  }
}
