package fr.cofrap.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = DataFolder.in(temporary.resolve("data")).secrets();
  }

  @Test
  void generatesEachOfItsOwn32Bytes() throws IOException {
    Secrets secrets = Secrets.in(folder, false);
    Set<String> values =
        EnumSet.allOf(Secret.class).stream()
            .map(secret -> read(secrets, secret))
            .collect(Collectors.toSet());
    assertThat(values).hasSameSizeAs(Secret.values());
    assertThat(values).allSatisfy(text -> assertThat(Base64.getDecoder().decode(text)).hasSize(32));
  }

  @Test
  void readsThemAgainTheNextTime() throws IOException {
    String first = Secrets.in(folder, false).read(Secret.MFA_KEY_B64);
    assertThat(Secrets.in(folder, true).read(Secret.MFA_KEY_B64)).isEqualTo(first);
  }

  @Test
  void showsThemToTheirOwnerOnly() throws IOException {
    Secrets secrets = Secrets.in(folder, false);
    Path own = secrets.folderFor("some-function", Set.of(Secret.DB_PASSWORD));
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(own)).isEqualTo("rwx------");
    assertThat(permissions(secrets.file(Secret.MFA_KEY_B64))).isEqualTo("rw-------");
    assertThat(permissions(own.resolve("DB_PASSWORD"))).isEqualTo("rw-------");
  }

  @Test
  void givesAFunctionWhatItNeedsAndTakesTheRestAway() throws IOException {
    Secrets secrets = Secrets.in(folder, false);
    secrets.folderFor("some-function", EnumSet.allOf(Secret.class));
    Path own = secrets.folderFor("some-function", Set.of(Secret.TICKET_KEY_B64));
    assertThat(own).isDirectoryContaining("glob:**/TICKET_KEY_B64");
    assertThat(own).isDirectoryNotContaining("glob:**/MFA_KEY_B64");
  }

  @Test
  void neverReplacesTheKeyOfADatabaseThatExists() throws IOException {
    Secrets secrets = Secrets.in(folder, false);
    Files.delete(secrets.file(Secret.MFA_KEY_B64));
    assertThatThrownBy(() -> Secrets.in(folder, true))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("MFA_KEY_B64 is missing")
        .hasMessageNotContaining("\n");
  }

  private static String read(Secrets secrets, Secret secret) {
    try {
      return secrets.read(secret);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
