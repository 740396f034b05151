package fr.cofrap.tests.user;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference itself is verified with the test vectors of RFC 6238 and RFC 4648. */
class ReferenceTotpTest {
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130",
  })
  void computesTheRfcTestVectors(long time, String code) {
    byte[] secret = "12345678901234567890".getBytes(US_ASCII);

    assertThat(ReferenceTotp.code(secret, ReferenceTotp.stepAt(Instant.ofEpochSecond(time))))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"MY, f", "MZXQ, fo", "MZXW6, foo", "MZXW6YQ, foob", "MZXW6YTB, fooba"})
  void decodesBase32(String encoded, String text) {
    assertThat(new String(Base32.decode(encoded), US_ASCII)).isEqualTo(text);
  }
}
