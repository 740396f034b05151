package fr.cofrap.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {
  /** RFC 6238, appendix B: its codes have eight digits, of which these are the last six. */
  @ParameterizedTest
  @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
  void isThatOfTheRfc(long second, String code) throws GeneralSecurityException {
    String secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    assertThat(OneTimeCode.at(secret, Instant.ofEpochSecond(second))).isEqualTo(code);
  }
}
