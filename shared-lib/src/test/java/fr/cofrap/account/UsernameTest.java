package fr.cofrap.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsernameTest {
  @ParameterizedTest
  @ValueSource(strings = {"abc", "michel.ranu", "a-b_c.9", "...", "000", "IRINI", "Zoë", "aB1"})
  void lowercasesOnlyAscii(String typed) {
    assertThat(Username.parse(typed).map(Username::value).orElse("refused"))
        .isEqualTo(
            typed.chars().allMatch(c -> c < 128) ? typed.toLowerCase(Locale.ROOT) : "refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ab",
        "al ice",
        " alice",
        "alice ",
        "alice\n",
        "alice\r\n",
        "\nalice",
        "ali\0ce",
        "alice\0",
        "alice\t",
        "alice@cofrap.fr",
        "alice/..",
        "alice'--",
        "ali\u001b[31mce",
        "alice\u2028",
        "alice\u0085",
        "\u212Aelvin",
        "\u0130brahim",
        "\u0131brahim",
        "\u017Famuel",
        "\uFF41\uFF4C\uFF49\uFF43\uFF45",
        "\u0430lice",
        "alice\u0301",
        "alic\u00E9",
        "\u0663\u0664\u0665",
        "ali\u200Bce",
        "\uD83D\uDE00abc",
        "abc\uD800"
      })
  void rejectsAnythingButPlainAscii(String typed) {
    assertThat(Username.parse(typed)).isEmpty();
  }

  @Test
  void requires3To64Characters() {
    assertThat(Username.parse("a".repeat(2))).isEmpty();
    assertThat(Username.parse("a".repeat(3))).isPresent();
    assertThat(Username.parse("a".repeat(64))).isPresent();
    assertThat(Username.parse("a".repeat(65))).isEmpty();
  }

  @Test
  void lowercasesTheSameWayInATurkishLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(Username.parse("IRINI")).contains(new Username("irini"));
      assertThat(Username.parse("\u0130rini")).isEmpty();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void acceptsExactlyTheCharactersOfTheContract() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      boolean named = c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
      assertThat(Username.parse("ab" + (char) c).isPresent()).as("U+%04X", c).isEqualTo(named);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Alice", "ab", "alice\n", "\u212Aelvin"})
  void cannotBeConstructedFromANonCanonicalForm(String value) {
    assertThatThrownBy(() -> new Username(value)).isInstanceOf(IllegalArgumentException.class);
  }
}
