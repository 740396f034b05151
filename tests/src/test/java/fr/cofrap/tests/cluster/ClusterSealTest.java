package fr.cofrap.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.docker.Program;
import fr.cofrap.tests.docker.Program.Ending;
import fr.cofrap.tests.secrets.SecretRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sealed-secrets/seal} with a real controller: nothing in use is replaced unasked. */
@Tag("cluster")
class ClusterSealTest {
  private final SealingNamespace namespace;
  private final Path folder;
  private final Path authority;
  private Map<String, String> first = Map.of();
  private Map<String, String> manifests = Map.of();

  ClusterSealTest(@TempDir Path folder) {
    this.folder = folder;
    this.namespace = SealingNamespace.create(folder);
    this.authority = namespace.certificate("authority");
  }

  @BeforeEach
  void sealForTheFirstTime() {
    assertSucceeds(namespace.seal("--ca", authority.toString(), "--keep", kept().toString()));
    first = namespace.values();
    manifests = SealingNamespace.files(namespace.manifests());
    assertThat(first.keySet())
        .containsExactlyInAnyOrderElementsOf(
            SecretRow.all().stream().map(SecretRow::path).toList());
  }

  @AfterEach
  void deleteNamespace() {
    namespace.close();
  }

  @Test
  void keepsThePasswordsForTheDatabase() {
    assertThat(SealingNamespace.files(kept()))
        .containsEntry("db-creds/DB_PASSWORD", namespace.value("db-creds", "DB_PASSWORD"))
        .containsEntry("purge-creds/DB_PASSWORD", namespace.value("purge-creds", "DB_PASSWORD"));
  }

  @Test
  void aSecondRunChangesNothing() {
    Path again = folder.resolve("kept-again");

    assertSucceeds(namespace.seal("--ca", authority.toString(), "--keep", again.toString()));

    assertNothingChanged();
    assertThat(SealingNamespace.files(again)).isEqualTo(SealingNamespace.files(kept()));
  }

  @Test
  void lostManifestsAreWrittenAgain() {
    deleteManifests();

    assertSucceeds(namespace.seal());

    assertNothingChanged();
  }

  @Test
  void whatOnlyTheFolderHasIsNotReplaced() {
    namespace.kubectl().run("delete", "sealedsecret", "--all");
    namespace.awaitValues(Map::isEmpty);

    assertRefuses("kubectl apply -f " + namespace.manifests() + "/", namespace.seal());

    namespace.kubectl().run("create", "-f", namespace.manifests().toString());
    namespace.awaitValues(first::equals);
    assertSucceeds(namespace.seal());
    assertNothingChanged();
  }

  @Test
  void anotherKeyThanTheOneInUseIsRefused() throws IOException {
    Path given = folder.resolve("new");
    String key = Program.of("openssl", "rand", "-base64", "32").output();
    Files.createDirectories(given.resolve("mfa-key"));
    Files.writeString(given.resolve("mfa-key/MFA_KEY_B64"), key + "\n");

    assertRefuses("is not the one in use", namespace.seal("--from", given.toString()));

    assertNothingChanged();
  }

  @Test
  void noNewKeyIsGeneratedBesideASealedSecretThatDoesNotOpen() {
    namespace.kubectl().run("delete", "sealedsecret", "ticket-key");
    namespace.awaitValues(values -> !values.containsKey("ticket-key/TICKET_KEY_B64"));
    namespace.kubectl().run("create", "-f", foreignTicketKey().toString());
    // Until the controller has tried to unseal it.
    namespace
        .kubectl()
        .run("wait", "--for=condition=Synced=False", "sealedsecret/ticket-key", "--timeout=170s");

    assertRefuses("no key could decrypt secret", namespace.seal());
  }

  @Test
  void whatNoLongerOpensIsSealedAgain() {
    namespace.kubectl().run("apply", "-f", foreignTicketKey().toString());

    assertSucceeds(namespace.seal());

    String manifest = namespace.manifests().resolve("ticket-key.yaml").toString();
    assertSucceeds(Program.of("bash", "-c", "kubeseal --validate <\"$0\"", manifest).run());
    assertThat(namespace.values()).isEqualTo(first);
  }

  /** Sealed for another cluster. */
  private Path foreignTicketKey() {
    Path file = folder.resolve("foreign.yaml");
    String pipeline =
        """
        kubectl create secret generic ticket-key --namespace "$0" \
          --from-literal TICKET_KEY_B64=foreign --dry-run=client -o yaml |
          kubeseal --cert "$1" --format yaml >"$2"
        """;
    Program.of("bash", "-c", pipeline)
        .and(namespace.kubectl().namespace(), namespace.certificate("other").toString())
        .and(file.toString())
        .output();
    return file;
  }

  private Path kept() {
    return folder.resolve("kept");
  }

  private void deleteManifests() {
    manifests
        .keySet()
        .forEach(name -> {
          assertThat(namespace.manifests().resolve(name).toFile().delete()).isTrue();
        });
  }

  private void assertNothingChanged() {
    assertThat(namespace.values()).isEqualTo(first);
    assertThat(SealingNamespace.files(namespace.manifests())).isEqualTo(manifests);
  }

  private static void assertSucceeds(Ending ending) {
    assertThat(ending.exitCode()).as(ending.everything()).isZero();
  }

  private static void assertRefuses(String reason, Ending ending) {
    assertThat(ending.exitCode()).as(ending.everything()).isNotZero();
    assertThat(ending.everything()).contains(reason);
  }
}
