package fr.cofrap.admin.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.admin.Program;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeCommandTest {
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /** RFC 6238, appendix B: its codes have eight digits, of which these are the last six. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void printsTheCodesOfTheRfcTestVectors(String second, String code) {
    assertThat(code(SECRET + "\n", "--at", second).out()).isEqualTo(code + "\n");
  }

  @Test
  void readsAnOtpauthUri() {
    String uri = "otpauth://totp/COFRAP:ada?secret=" + SECRET + "&issuer=COFRAP&digits=6";
    assertThat(code(uri, "--at", "59").out()).isEqualTo("287082\n");
  }

  @Test
  void readsPadding() {
    assertThat(code("GEZDGNBVGY======", "--at", "59").out()).isEqualTo("340335\n");
  }

  @Test
  void printsTheCurrentCode() {
    assertThat(code(SECRET).out()).matches("[0-9]{6}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A1B2C3D4", "otpauth://totp/ada?issuer=COFRAP", "short"})
  void rejectsAnInvalidSecretWithoutEchoingIt(String typed) {
    Program program = code(typed);
    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.err()).contains("secret").hasLineCount(1).doesNotContain("A1B2");
    assertThat(program.out()).isEmpty();
  }

  private static Program code(String input, String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "code";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Program.run(Map.of(), input, arguments);
  }
}
