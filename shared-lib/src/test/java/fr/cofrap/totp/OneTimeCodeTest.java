package fr.cofrap.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OneTimeCodeTest {
  private static final List<String> BLANKS =
      List.of(" ", "\t", "\n", "\r\n", "\0", "\u00A0", "\u2003", "\u200B", "\uFEFF");

  /** The zeros of other scripts: the digits up to nine follow each. */
  private static final int[] OTHER_ZEROS =
      IntStream.rangeClosed(128, Character.MAX_CODE_POINT)
          .filter(c -> Character.isDigit(c) && Character.digit(c, 10) == 0)
          .toArray();

  @Test
  void isSixAsciiDigits() {
    for (int number = 0; number < 1_000_000; number += 37) {
      String digits = "%06d".formatted(number);
      assertThat(OneTimeCode.parse(digits).map(code -> new String(code.ascii(), US_ASCII)))
          .contains(digits);
    }
  }

  @Test
  void rejectsOtherTextThatParsesAsTheSameNumber() {
    Random random = new Random(6238);
    for (int i = 0; i < 10_000; i++) {
      String digits = "%06d".formatted(random.nextInt(1_000_000));
      String alias = alias(digits, random);
      assertThat(OneTimeCode.parse(alias)).as(alias).isEmpty();
    }
  }

  private static String alias(String digits, Random random) {
    String blank = BLANKS.get(random.nextInt(BLANKS.size()));
    int at = random.nextInt(digits.length() + 1);
    return switch (random.nextInt(10)) {
      case 0 -> "+" + digits;
      case 1 -> "-" + digits;
      case 2 -> "0".repeat(1 + random.nextInt(4)) + digits;
      case 3 -> digits.substring(0, at) + blank + digits.substring(at);
      case 4 -> inAnotherScript(digits, random, 6);
      case 5 -> inAnotherScript(digits, random, 1);
      case 6 -> digits.substring(1 + random.nextInt(6));
      case 7 -> digits + "." + "0".repeat(random.nextInt(2));
      case 8 -> (random.nextBoolean() ? "+" : "-") + digits.substring(1);
      default -> "0x" + Integer.toHexString(Integer.parseInt(digits)) + blank;
    };
  }

  private static String inAnotherScript(String digits, Random random, int howMany) {
    int zero = OTHER_ZEROS[random.nextInt(OTHER_ZEROS.length)];
    StringBuilder alias = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      alias.appendCodePoint(i < howMany ? zero + digit : '0' + digit);
    }
    return alias.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345",
        "1234567",
        "0123456",
        "+12345",
        "-12345",
        "12345a",
        "abcdef",
        "1e5000",
        "\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16",
        "123456\n",
        "12 456",
        "123,456",
        "123456\0"
      })
  void rejects(String typed) {
    assertThat(OneTimeCode.parse(typed)).isEmpty();
  }

  @Test
  void doesNotPrintItself() {
    assertThat(OneTimeCode.parse("123456").orElseThrow().toString())
        .isEqualTo("OneTimeCode[redacted]");
  }
}
