package fr.cofrap.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.docker.Program;
import fr.cofrap.tests.docker.Program.Ending;
import fr.cofrap.tests.tools.GoTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cluster has is kept, and is never replaced unasked. */
@Tag("images")
final class SecretsInUseTest {
  private static final String MFA_KEY = "mfa-key/MFA_KEY_B64";

  @TempDir private Path folder;

  private Sealing sealing;
  private String out = "";

  @BeforeEach
  void fillTheCluster() throws Exception {
    out = folder.resolve("out").toString();
    sealing = Sealing.withValuesIn(folder);
  }

  @AfterEach
  void close() {
    sealing.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--apply --from given", "--apply --out out", "--out out"})
  void isKept(String options) throws Exception {
    Ending seal = Sealing.succeed(sealing.seal(options.split(" ")));

    assertThat(sealing.cluster().takeChanges()).isEmpty();
    assertThat(seal.output().lines().filter(line -> line.contains(": kept")))
        .hasSameSizeAs(SecretRow.secrets());
    if (options.contains("--out")) {
      for (String name : SecretRow.secrets()) {
        assertThat(opened(copied(name)))
            .as(name)
            .isEqualTo(opened(sealing.cluster().sealed(name).orElseThrow()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"strict", "namespace-wide", "cluster-wide"})
  void keepsItsScopeInTheCopy(String scope) throws Exception {
    sealing.cluster().putSealed("mfa-key", sealedWithScope(scope));

    Sealing.succeed(sealing.seal("--apply", "--out", out));

    assertThat(opened(copied("mfa-key")))
        .isEqualTo(Map.of("MFA_KEY_B64", Planted.GIVEN.get(MFA_KEY)));
    assertThat(sealing.cluster().takeChanges()).isEmpty();
  }

  private String sealedWithScope(String scope) throws Exception {
    Path values = Files.writeString(folder.resolve("value"), Planted.GIVEN.get(MFA_KEY));
    String secret =
        Program.of("kubectl", "create", "secret", "generic", "mfa-key", "--dry-run=client")
            .and("--namespace", "openfaas-fn", "-o", "yaml")
            .and("--from-file", "MFA_KEY_B64=" + values)
            .output();
    Path file = Files.writeString(folder.resolve("secret.yaml"), secret);
    return GoTools.program("kubeseal")
        .and("--secret-file", file.toString(), "--scope", scope, "--format", "yaml")
        .and("--cert", Planted.OWN.certificate().toString())
        .output();
  }

  @Test
  void isReplacedWhenAsked() {
    Sealing.succeed(sealing.seal("--apply", "--replace", "ticket-key"));

    assertThat(sealing.cluster().takeChanges()).containsExactly("apply ticket-key");
    assertThat(Keys.of(Planted.GIVEN.get("ticket-key/TICKET_KEY_B64")))
        .doesNotContainAnyElementsOf(
            Keys.of(sealing.cluster().files().get("ticket-key/TICKET_KEY_B64")));
  }

  /** Nor is what comes before it and could be. */
  @Test
  void isNotReplacedByAGivenKey() {
    Sealing.refused(
        sealing.seal(
            "--apply",
            "--ca",
            Planted.OWN.certificate().toString(),
            "--from",
            sealing.changed(MFA_KEY, Keys.create())),
        1,
        "is not the one in use");
    assertThat(sealing.cluster().takeChanges()).isEmpty();
  }

  @Test
  void takesANewCertificateOfTheAuthority() {
    Sealing.succeed(sealing.seal("--apply", "--ca", Planted.OWN.certificate().toString()));

    assertThat(sealing.cluster().takeChanges())
        .containsExactly("apply db-creds", "apply purge-creds");
    assertThat(sealing.cluster().files().get("purge-creds/DB_CA_CERT"))
        .isEqualTo(Planted.OWN.certificateText());
  }

  @Test
  void isSealedAgainIfItDoesNotOpenButItsValuesAreThere() {
    makeUnopenable();

    Sealing.succeed(sealing.seal("--apply"));

    assertThat(sealing.cluster().takeChanges()).containsExactly("apply mfa-key");
    assertThat(sealing.cluster().files().get(MFA_KEY)).isEqualTo(Planted.GIVEN.get(MFA_KEY));
  }

  @Test
  void isNotRegeneratedBesideASealedOneThatDoesNotOpen() {
    makeUnopenable();
    sealing.cluster().remove("mfa-key");
    sealing.cluster().complain("mfa-key", "no key could decrypt it");

    Sealing.refused(sealing.seal("--apply"), 1, "the controller says: no key could decrypt it");
    assertThat(sealing.cluster().takeChanges()).isEmpty();
  }

  @Test
  void isNotRegeneratedBesideItsManifest() throws Exception {
    Sealing.succeed(sealing.seal("--apply", "--out", out));
    Map<String, String> before = SecretFiles.in(Path.of(out)).asMap();
    sealing.cluster().remove("mfa-key");
    sealing.cluster().removeSealed("mfa-key");

    Sealing.refused(
        sealing.seal("--apply", "--out", out), 1, "kubectl apply -f " + out + "/mfa-key.yaml");

    assertThat(SecretFiles.in(Path.of(out)).asMap()).isEqualTo(before);
    assertThat(sealing.cluster().takeChanges()).isEmpty();
  }

  @Test
  void isKeptIfTheControllerDoesNotOwnIt() {
    sealing.cluster().setOwner("Opaque");

    Sealing.refused(sealing.seal("--apply", "--replace", "mfa-key"), 1, "annotate secret mfa-key");
    assertThat(sealing.cluster().takeChanges()).isEmpty();
  }

  private void makeUnopenable() {
    String manifest = sealing.cluster().sealed("mfa-key").orElseThrow();
    sealing.cluster().putSealed("mfa-key", SealTest.clusterWide(manifest));
  }

  private String copied(String name) throws Exception {
    return Files.readString(Path.of(out, name + ".yaml"));
  }

  private Map<String, String> opened(String manifest) {
    return KeyPair.values(Planted.OWN.open(manifest).orElseThrow());
  }
}
