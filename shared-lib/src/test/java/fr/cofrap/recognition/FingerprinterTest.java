package fr.cofrap.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.Fingerprint;
import fr.cofrap.keys.Keys;
import fr.cofrap.password.Password;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

final class FingerprinterTest {
  private static final CredentialSetId SET = new CredentialSetId(new UUID(1, 2));
  private static final CredentialSetId OTHER = new CredentialSetId(new UUID(1, 3));
  private static final Password PASSWORD = new Password("Ab3!cdefghjkmnpqrstuvwxy");
  private static final Password WRONG = new Password("Ab3!cdefghjkmnpqrstuvwxz");

  private final Fingerprinter fingerprinter = new Fingerprinter(Keys.ring(1));

  /** Stored fingerprints must remain comparable: the construction is written out here again. */
  @Test
  void isTheBeginningOfAnHmacOverPurposeSetAndPassword() throws GeneralSecurityException {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 1);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] message =
        ByteBuffer.allocate(30 + 16 + 24)
            .put("cofrap/password-fingerprint/v1".getBytes(UTF_8))
            .putLong(1)
            .putLong(2)
            .put(PASSWORD.revealToOwner().getBytes(UTF_8))
            .array();

    assertThat(fingerprinter.of(SET, PASSWORD))
        .isEqualTo(
            new Fingerprint(
                SET, Keys.key(1).id(), HexFormat.of().formatHex(mac.doFinal(message), 0, 6)));
  }

  @Test
  void matchesOnlyTheSamePasswordOfTheSameSet() {
    Fingerprint stored = fingerprinter.of(SET, PASSWORD);

    assertThat(fingerprinter.matches(PASSWORD, SET, stored)).contains(true);
    assertThat(fingerprinter.matches(WRONG, SET, stored)).contains(false);
    assertThat(fingerprinter.of(OTHER, PASSWORD).bits()).isNotEqualTo(stored.bits());
  }

  @Test
  void everyKeyOfTheRingReadsAndTheFirstWrites() {
    Fingerprint old = fingerprinter.of(SET, PASSWORD);
    Fingerprinter rotated = new Fingerprinter(Keys.ring(2, 1));

    assertThat(rotated.matches(PASSWORD, SET, old)).contains(true);
    assertThat(rotated.matches(WRONG, SET, old)).contains(false);
    assertThat(rotated.of(SET, PASSWORD).keyId()).isEqualTo(Keys.key(2).id());
  }

  @Test
  void saysNothingWithoutTheKeyOrForAnotherSet() {
    Fingerprint stored = fingerprinter.of(SET, PASSWORD);

    assertThat(new Fingerprinter(Keys.ring(2)).matches(PASSWORD, SET, stored)).isEmpty();
    assertThat(fingerprinter.matches(PASSWORD, OTHER, stored)).isEmpty();
  }
}
