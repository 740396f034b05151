package fr.cofrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.keys.Keys;
import fr.cofrap.runtime.Misconfigured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretFilesTest {
  @TempDir Path folder;

  @Test
  void readsTheRingOfEachPurpose() throws IOException {
    mount("MFA_KEY_B64", Keys.base64(1));
    mount("TICKET_KEY_B64", Keys.base64(2) + "\n+" + Keys.base64(3) + "\n");
    assertThat(secrets().keyRing("MFA").writing().id()).isEqualTo(Keys.key(1).id());
    assertThat(secrets().keyRing("MFA").reading()).isEmpty();
    assertThat(secrets().keyRing("TICKET").writing().id()).isEqualTo(Keys.key(2).id());
    assertThat(secrets().keyRing("TICKET").byId(Keys.key(3).id())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n", " ", " \n"})
  void acceptsTheLineBreaksThatEditorsAdd(String end) throws IOException {
    mount("MFA_KEY_B64", Keys.base64(1) + end);
    assertThat(secrets().keyRing("MFA").writing().id()).isEqualTo(Keys.key(1).id());
  }

  @Test
  void namesAMissingKeyAndItsFile() {
    assertThatThrownBy(() -> secrets().keyRing("MFA"))
        .isInstanceOf(Misconfigured.class)
        .hasMessage(
            "secret MFA_KEY_B64 is missing: expected the file " + folder.resolve("MFA_KEY_B64"));
  }

  @Test
  void treatsAnEmptyFileAsMissing() throws IOException {
    mount("MFA_KEY_B64", "\n");
    assertThatThrownBy(() -> secrets().keyRing("MFA")).hasMessageContaining("is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "c2hvcnQ=, line 1: expected 32 bytes in base64 (44 characters)",
    "planted secret key!, line 1: expected 32 bytes in base64 (44 characters)",
  })
  void namesTheFileAndLineOfAnInvalidKeyButRevealsNoneOfIt(String content, String message)
      throws IOException {
    mount("TICKET_KEY_B64", content);
    assertThatThrownBy(() -> secrets().keyRing("TICKET"))
        .isInstanceOf(Misconfigured.class)
        .hasMessageStartingWith("secret TICKET_KEY_B64, " + message)
        .hasMessageNotContainingAny("c2hvcnQ", "planted")
        .hasNoCause();
  }

  @Test
  void namesAFileThatCannotBeRead() throws IOException {
    Files.createDirectory(folder.resolve("MFA_KEY_B64"));
    assertThatThrownBy(() -> secrets().keyRing("MFA"))
        .isInstanceOf(Misconfigured.class)
        .hasMessageContaining("secret MFA_KEY_B64 cannot be read");
  }

  @Test
  void keepsAPasswordExceptForTheFinalLineBreak() throws IOException {
    mount("DB_PASSWORD", " p\n w \r\n");
    assertThat(secrets().text("DB_PASSWORD")).isEqualTo(" p\n w ");
  }

  private SecretFiles secrets() {
    return new SecretFiles(folder);
  }

  private void mount(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
