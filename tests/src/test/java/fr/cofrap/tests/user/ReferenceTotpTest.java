package fr.cofrap.tests.user;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What judges the service is itself judged: by the vectors of RFC 6238 and RFC 4648. */
class Code6238Test {
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130",
  })
  void agreesWithAppendixB(long time, String code) {
    byte[] secret = "12345678901234567890".getBytes(US_ASCII);

    assertThat(Code6238.code(secret, Code6238.stepAt(Instant.ofEpochSecond(time)))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"MY, f", "MZXQ, fo", "MZXW6, foo", "MZXW6YQ, foob", "MZXW6YTB, fooba"})
  void readsBase32(String encoded, String text) {
    assertThat(new String(Base32.decode(encoded), US_ASCII)).isEqualTo(text);
  }
}
