package fr.cofrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.keys.KeyRing;
import fr.cofrap.keys.Keys;
import fr.cofrap.keys.SecretKey;
import fr.cofrap.runtime.Misconfigured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadingKeysFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"\n", ",", ", ", "\r\n", " "})
  void addsKeysThatOnlyRead(String between) throws IOException {
    KeyRing ring = ringWith(Keys.base64(2) + between + Keys.base64(3) + "\n");
    assertThat(ring.writing().id()).isEqualTo(Keys.key(1).id());
    assertThat(ring.reading())
        .extracting(SecretKey::id)
        .containsExactly(Keys.key(2).id(), Keys.key(3).id());
  }

  @Test
  void mayBeEmpty() throws IOException {
    assertThat(ringWith("\n").reading()).isEmpty();
  }

  @Test
  void isNamedIfAKeyIsInvalid() {
    assertThatThrownBy(() -> ringWith(Keys.base64(2) + ",c2hvcnQ="))
        .isInstanceOf(Misconfigured.class)
        .hasMessageStartingWith("secret MFA_KEYS_READ_B64, line 2: expected 32 bytes in base64")
        .hasMessageEndingWith("found 5 bytes");
  }

  private KeyRing ringWith(String readingKeys) throws IOException {
    Files.writeString(folder.resolve("MFA_KEY_B64"), Keys.base64(1));
    Files.writeString(folder.resolve("MFA_KEYS_READ_B64"), readingKeys);
    return new SecretFiles(folder).keyRing("MFA");
  }
}
