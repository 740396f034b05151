package fr.cofrap.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key rotates in steps, each rolled out before the next: every pod reads what any pod writes. */
@Tag("images")
final class KeyRotationTest {
  private static final List<String> RESTARTS =
      List.of(
          "restart authenticate-user",
          "started authenticate-user",
          "restart generate-2fa",
          "started generate-2fa",
          "stopped the others");

  @TempDir private Path folder;

  private Sealing sealing;
  private String old = "";

  @BeforeEach
  void fillTheCluster() throws Exception {
    sealing = Sealing.withValuesIn(folder);
    old = Planted.GIVEN.get("mfa-key/MFA_KEY_B64");
  }

  @AfterEach
  void everyPodCouldReadWhatAnyPodWrote() {
    sealing.close();
    assertThat(sealing.cluster().violations()).isEmpty();
    assertThat(sealing.temporary()).isEmptyDirectory();
  }

  @Test
  void firstEveryPodReadsWithTheNewKeyThenEveryPodWritesWithIt() throws Exception {
    String out = folder.resolve("out").toString();
    Sealing.succeed(sealing.rotate("mfa-key", "--out", out));

    List<String> step = Stream.concat(Stream.of("apply mfa-key"), RESTARTS.stream()).toList();
    assertThat(sealing.cluster().takeChanges())
        .isEqualTo(Stream.concat(step.stream(), step.stream()).toList());
    assertThat(mfaKeys()).hasSize(2).endsWith(old);
    assertThat(mfaKeys().getFirst()).hasSize(44);
    String manifest = Files.readString(Path.of(out, "mfa-key.yaml"));
    assertThat(KeyPair.values(Planted.OWN.open(manifest).orElseThrow()).get("MFA_KEY_B64"))
        .isEqualTo(sealing.cluster().files().get("mfa-key/MFA_KEY_B64"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "printf ''",
        "echo ERROR: no such table",
        "printf 'none\\nnone'",
        "echo none; exit 1"
      })
  void keepsOldKeysUnlessTheDatabaseNamesThoseInUse(String command) {
    Sealing.succeed(sealing.rotate("mfa-key"));

    Sealing.refused(
        sealing.rotate("mfa-key", "--drop-old", "--", "sh", "-c", command),
        1,
        "nothing was removed");
    assertThat(mfaKeys()).contains(old);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mfa-key/MFA_KEY_B64", "fingerprint-key/FINGERPRINT_KEY_B64"})
  void removesAnOldKeyOnceNoRowNamesIt(String file) {
    String secret = file.substring(0, file.indexOf('/'));
    String replaced = keys(file).getFirst();
    Sealing.succeed(sealing.rotate(secret));
    String writing = keys(file).getFirst();

    dropUnless(secret, Keys.id(replaced) + " " + Keys.id(writing));
    assertThat(keys(file)).containsExactly(writing, replaced);

    dropUnless(secret, Keys.id(writing));
    assertThat(keys(file)).containsExactly(writing);
    assertThat(writing).isNotEqualTo(replaced);
  }

  private void dropUnless(String secret, String inUse) {
    Sealing.succeed(sealing.rotate(secret, "--drop-old", "--", "echo", inUse));
  }

  @Test
  void removesOldTicketKeysTenMinutesAfterTheLastPodThatSignedWithThem() {
    String next = ticketKeys().get(1).substring(1);
    Sealing.refused(sealing.rotate("ticket-key", "--drop-old"), 1, "is not finished");

    Sealing.succeed(sealing.rotate("ticket-key"));
    assertThat(ticketKeys()).hasSize(3).startsWith(next);
    assertThat(sealing.calls()).doesNotContain("sleep 600");

    Sealing.succeed(sealing.rotate("ticket-key", "--drop-old"));
    assertThat(ticketKeys()).containsExactly(next);
    List<String> calls = sealing.calls();
    assertThat(calls).containsOnlyOnce("sleep 600");
    // Everything was restarted before the wait, and the shorter ring was applied after it.
    assertThat(calls.subList(calls.indexOf("sleep 600"), calls.size()))
        .anyMatch(call -> call.matches("kubectl .* apply .*ticket-key.yaml"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 7, 11})
  void aKilledRotationContinuesWithTheKeyThatItBeganWith(int changes) {
    assertThat(sealing.rotateUntil(changes, "KILL", "mfa-key").exitCode()).isEqualTo(137);
    String begun =
        mfaKeys().stream()
            .filter(key -> !key.equals(old))
            .map(key -> key.replaceFirst("^\\+(.{44})$", "$1"))
            .findFirst()
            .orElseThrow();

    Sealing.succeed(sealing.rotate("mfa-key"));

    assertThat(mfaKeys()).containsExactly(begun, old);
  }

  private List<String> mfaKeys() {
    return keys("mfa-key/MFA_KEY_B64");
  }

  private List<String> ticketKeys() {
    return keys("ticket-key/TICKET_KEY_B64");
  }

  private List<String> keys(String file) {
    return Keys.of(sealing.cluster().files().get(file));
  }
}
