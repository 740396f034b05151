package fr.cofrap.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.docker.Program.Ending;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that only read were once in a second file: they join the ring. */
@Tag("images")
final class SecondKeyFileTest {
  private static final String SECOND = "mfa-key/MFA_KEYS_READ_B64";

  @TempDir private Path folder;

  private final List<String> more = List.of(Keys.create(), Keys.create());
  private Sealing sealing;

  @BeforeEach
  void fillTheCluster() throws Exception {
    sealing = Sealing.withValuesIn(folder);
    sealing.cluster().putFile("mfa-key", "MFA_KEYS_READ_B64", String.join(",\n", more));
  }

  @AfterEach
  void everyPodCouldReadWhatAnyPodWrote() {
    sealing.close();
    assertThat(sealing.cluster().violations()).isEmpty();
  }

  @Test
  void whenSealing() {
    assertJoined(sealing.seal("--apply"));
    assertThat(keys().getFirst()).as("writes").isEqualTo(old());
  }

  @Test
  void whenRotating() {
    assertJoined(sealing.rotate("mfa-key"));
  }

  @Test
  void whenGiven(@TempDir Path other) throws Exception {
    sealing.close();
    sealing = Sealing.in(other);
    Sealing.succeed(
        sealing.seal("--apply", "--from", sealing.changed(SECOND, String.join(",\n", more))));

    assertThat(keys()).hasSize(3).contains(old()).containsAll(more);
    assertThat(sealing.cluster().files().asMap()).doesNotContainKey(SECOND);
  }

  @Test
  void isRefusedIfItContainsSomethingElse() {
    sealing.cluster().putFile("mfa-key", "MFA_KEYS_READ_B64", more.getFirst() + "\nno key\n");

    Sealing.refused(sealing.seal("--apply"), 1, "contain something that is not a key");
    assertThat(sealing.cluster().takeChanges()).isEmpty();
  }

  private void assertJoined(Ending ending) {
    Sealing.succeed(ending);
    assertThat(keys()).contains(old()).containsAll(more);
    // Deployed functions mount it, and would not start without it.
    assertThat(sealing.cluster().files().asMap()).containsEntry(SECOND, "");
  }

  private String old() {
    return Planted.GIVEN.get("mfa-key/MFA_KEY_B64");
  }

  private List<String> keys() {
    return Keys.of(sealing.cluster().files().get("mfa-key/MFA_KEY_B64"));
  }
}
