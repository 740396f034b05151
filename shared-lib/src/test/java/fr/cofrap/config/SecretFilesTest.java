package fr.cofrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.runtime.Misconfigured;
import fr.cofrap.sealing.KeyRing;
import fr.cofrap.sealing.Keys;
import fr.cofrap.sealing.SecretKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretFilesTest {
  @TempDir Path folder;

  @Test
  void findTheKeysOfEachPurpose() throws IOException {
    mount("MFA_KEY_B64", base64(1));
    mount("TICKET_KEY_B64", base64(2));
    assertThat(secrets().keyRing("MFA").writing().id()).isEqualTo(Keys.key(1).id());
    assertThat(secrets().keyRing("MFA").reading()).isEmpty();
    assertThat(secrets().keyRing("TICKET").writing().id()).isEqualTo(Keys.key(2).id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n", " ", " \n"})
  void takeAKeyWithWhatAnEditorPutAtItsEnd(String end) throws IOException {
    mount("MFA_KEY_B64", base64(1) + end);
    assertThat(secrets().keyRing("MFA").writing().id()).isEqualTo(Keys.key(1).id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", ",", ", ", "\r\n", " "})
  void findSeveralReadingKeys(String between) throws IOException {
    mount("MFA_KEY_B64", base64(1));
    mount("MFA_KEYS_READ_B64", base64(2) + between + base64(3) + "\n");
    KeyRing ring = secrets().keyRing("MFA");
    assertThat(ring.reading())
        .extracting(SecretKey::id)
        .containsExactly(Keys.key(2).id(), Keys.key(3).id());
    assertThat(ring.writing().id()).isEqualTo(Keys.key(1).id());
  }

  @Test
  void needNoReadingKeys() throws IOException {
    mount("MFA_KEY_B64", base64(1));
    mount("MFA_KEYS_READ_B64", "\n");
    assertThat(secrets().keyRing("MFA").reading()).isEmpty();
  }

  @Test
  void nameAMissingKeyAndWhereItShouldBe() {
    assertThatThrownBy(() -> secrets().keyRing("MFA"))
        .isInstanceOf(Misconfigured.class)
        .hasMessage(
            "secret MFA_KEY_B64 is missing: expected the file " + folder.resolve("MFA_KEY_B64"));
  }

  @Test
  void takeAnEmptyFileForAMissingOne() throws IOException {
    mount("MFA_KEY_B64", "\n");
    assertThatThrownBy(() -> secrets().keyRing("MFA")).hasMessageContaining("is missing");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 31, 33, 64})
  void nameTheLengthOfAKeyThatIsTooShortOrLong(int bytes) throws IOException {
    mount("MFA_KEY_B64", Base64.getEncoder().encodeToString(new byte[bytes]) + " ");
    assertThatThrownBy(() -> secrets().keyRing("MFA"))
        .isInstanceOf(Misconfigured.class)
        .hasMessage("secret MFA_KEY_B64 has %d bytes; a key has 32".formatted(bytes));
  }

  @Test
  void nameABadReadingKeyToo() throws IOException {
    mount("MFA_KEY_B64", base64(1));
    mount("MFA_KEYS_READ_B64", base64(2) + "," + "c2hvcnQ=");
    assertThatThrownBy(() -> secrets().keyRing("MFA"))
        .hasMessage("secret MFA_KEYS_READ_B64 has 5 bytes; a key has 32");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "planted secret key!",
        "-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-=",
        "AQEBAQEBAQEBAQEBAQEBAQEB\nAQEBAQEBAQEBAQEBAQE=",
      })
  void refuseWhatIsNotBase64AndShowNoneOfIt(String text) throws IOException {
    mount("TICKET_KEY_B64", text);
    assertThatThrownBy(() -> secrets().keyRing("TICKET"))
        .isInstanceOf(Misconfigured.class)
        .hasMessage("secret TICKET_KEY_B64 is not base64")
        .hasNoCause();
  }

  @Test
  void showNoKeyBytesInAnyMessage() throws IOException {
    mount("MFA_KEY_B64", "cGxhbnRlZA==");
    assertThatThrownBy(() -> secrets().keyRing("MFA"))
        .hasMessageNotContainingAny("cGxhbnRlZA", "planted");
  }

  @Test
  void nameAFileThatCannotBeRead() throws IOException {
    Files.createDirectory(folder.resolve("MFA_KEY_B64"));
    assertThatThrownBy(() -> secrets().keyRing("MFA"))
        .isInstanceOf(Misconfigured.class)
        .hasMessageContaining("secret MFA_KEY_B64 cannot be read");
  }

  @Test
  void keepAPasswordButForTheLineBreakAtItsEnd() throws IOException {
    mount("DB_PASSWORD", " p\n w \r\n");
    assertThat(secrets().text("DB_PASSWORD")).isEqualTo(" p\n w ");
  }

  private SecretFiles secrets() {
    return new SecretFiles(folder);
  }

  private void mount(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private static String base64(int number) {
    return Base64.getEncoder().encodeToString(Keys.key(number).forAlgorithm("AES").getEncoded());
  }
}
