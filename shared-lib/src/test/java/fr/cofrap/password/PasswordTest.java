package fr.cofrap.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PasswordTest {
  private static final String GENERATED = "Ab3!Ab3!Ab3!Ab3!Ab3!Ab3!";

  @Test
  void keepsTheInputExactly() {
    assertThat(new Password(" e\u0301 \n").revealToOwner()).isEqualTo(" e\u0301 \n");
  }

  @Test
  void doesNotPrintItself() {
    assertThat(new Password(GENERATED).toString()).isEqualTo("Password[redacted]");
  }

  @Test
  void isPlausibleOnlyIfItCanHaveBeenGenerated() {
    assertThat(new Password(GENERATED).canBeGenerated()).isTrue();
    assertThat(new Password(GENERATED.substring(1)).canBeGenerated()).isFalse();
    assertThat(new Password(GENERATED + "a").canBeGenerated()).isFalse();
    for (String impossible :
        new String[] {"I", "l", "1", "O", "0", " ", "\0", "\u00E9", "\uD800"}) {
      assertThat(new Password(GENERATED.substring(1) + impossible).canBeGenerated())
          .as(impossible)
          .isFalse();
    }
  }
}
