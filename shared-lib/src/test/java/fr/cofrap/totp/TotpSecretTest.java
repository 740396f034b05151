package fr.cofrap.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.SeededRandom;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.jboss.aerogear.security.otp.api.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TotpSecretTest {
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** RFC 4648, section 10, without padding, which a secret of 20 bytes never needs. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI",
  })
  void encodesTheRfcTestVectors(String text, String base32) {
    assertThat(Base32.encode(text.getBytes(US_ASCII))).isEqualTo(base32);
  }

  @Test
  void encodesTo32CharactersOfBase32() {
    assertThat(new TotpSecret("12345678901234567890".getBytes(US_ASCII)).revealAsBase32())
        .isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    SeededRandom random = new SeededRandom(4648);
    for (int i = 0; i < 1000; i++) {
      TotpSecret secret = TotpSecret.random(random);
      assertThat(secret.revealAsBase32()).matches("[A-Z2-7]{32}");
      assertThat(numberIn(secret.revealAsBase32()))
          .isEqualTo(new BigInteger(1, secret.revealKey()));
    }
  }

  private static BigInteger numberIn(String base32) {
    return base32
        .chars()
        .mapToObj(c -> BigInteger.valueOf(DIGITS.indexOf(c)))
        .reduce(BigInteger.ZERO, (high, low) -> high.shiftLeft(5).or(low));
  }

  @Test
  void has160RandomBits() {
    SeededRandom random = new SeededRandom(1);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      TotpSecret secret = TotpSecret.random(random);
      assertThat(secret.revealKey()).hasSize(20);
      assertThat(seen.add(secret.revealAsBase32())).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 19, 21, 32})
  void rejectsOtherLengths(int bytes) {
    assertThatThrownBy(() -> new TotpSecret(new byte[bytes]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void copiesItsBytesInBothDirections() {
    byte[] bytes = new byte[20];
    TotpSecret secret = new TotpSecret(bytes);
    bytes[0] = 1;
    secret.revealKey()[1] = 1;
    assertThat(secret.revealKey()).isEqualTo(new byte[20]);
  }

  @Test
  void doesNotPrintItself() {
    assertThat(new TotpSecret(new byte[20]).toString()).isEqualTo("TotpSecret[redacted]");
  }
}
