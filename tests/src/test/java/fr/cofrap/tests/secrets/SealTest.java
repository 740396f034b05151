package fr.cofrap.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.chart.KubernetesSchemas;
import fr.cofrap.tests.chart.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Given values arrive unchanged, the others are generated, and no other cluster opens them. */
@Tag("images")
final class SealTest {
  @TempDir private Path folder;

  private Sealing sealing;

  @BeforeEach
  void prepare() throws Exception {
    sealing = Sealing.in(folder);
  }

  @AfterEach
  void close() {
    sealing.close();
  }

  @Test
  void givenValuesArriveUnchanged() throws Exception {
    sealWithManifests();

    assertThat(sealing.cluster().files().asMap()).isEqualTo(Planted.GIVEN.asMap());
    for (String name : SecretRow.secrets()) {
      JsonNode opened = Planted.OWN.open(manifest(name)).orElseThrow();
      // For faas-cli secret list.
      assertThat(opened.at("/metadata/labels").path("app.kubernetes.io/managed-by").asString())
          .as(name)
          .isEqualTo("openfaas");
      assertThat(Manifest.read(manifest(name))).flatMap(KubernetesSchemas::complaints).isEmpty();
    }
  }

  @Test
  void otherValuesAreGenerated() throws Exception {
    String authority = Planted.OTHER.certificate().toString();
    Sealing.succeed(
        sealing.seal("--apply", "--ca", authority, "--keep", folder.resolve("kept").toString()));

    SecretFiles made = sealing.cluster().files();
    List<String> parts = new ArrayList<>();
    for (SecretRow row : SecretRow.all()) {
      String value = made.get(row.path());
      if (row.made().equals("database-ca")) {
        assertThat(value).isEqualTo(Planted.OTHER.certificateText());
        continue;
      }
      value.lines().forEach(line -> parts.addAll(List.of(line.split("(?<=\\G.{20})"))));
      if (row.made().equals("ring")) {
        assertThat(Base64.getDecoder().decode(value.strip())).as(row.path()).hasSize(32);
      } else {
        Path kept = folder.resolve("kept").resolve(row.path());
        assertThat(value).as(row.path()).hasSize(64);
        assertThat(kept).hasContent(value);
        assertThat(permissions(kept)).isEqualTo("rw-------");
      }
    }
    assertThat(parts).as("no value is a part of another").doesNotHaveDuplicates();
  }

  @Test
  void anOlderFileDoesNotDecideWhoCanReadAPassword() throws Exception {
    Path older = folder.resolve("kept/db-creds/DB_PASSWORD");
    Files.createDirectories(older.getParent());
    Files.createFile(older);
    Files.setPosixFilePermissions(older, PosixFilePermissions.fromString("rw-rw-rw-"));

    Sealing.succeed(
        sealing.seal("--apply", "--from", sealing.path("given"), "--keep", sealing.path("kept")));

    assertThat(older).hasContent(Planted.GIVEN.get("db-creds/DB_PASSWORD"));
    assertThat(permissions(older)).isEqualTo("rw-------");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: mfa-key          | name: mfa-kez
          namespace: openfaas-fn | namespace: default
          """)
  void opensUnderItsOwnNameAlone(String own, String another) throws Exception {
    sealWithManifests();
    String manifest = manifest("mfa-key");

    assertThat(manifest).contains(own);
    assertThat(KeyPair.values(Planted.OWN.open(manifest).orElseThrow()))
        .containsEntry("MFA_KEY_B64", Planted.GIVEN.get("mfa-key/MFA_KEY_B64"));
    assertThat(Planted.OWN.open(manifest.replace(own, another))).isEmpty();
  }

  @Test
  void opensNeitherForTheWholeClusterNorInAnotherOne() throws Exception {
    sealWithManifests();
    String manifest = manifest("mfa-key");

    assertThat(Planted.OWN.open(clusterWide(manifest))).isEmpty();
    assertThat(Planted.OTHER.open(manifest)).isEmpty();
  }

  static String clusterWide(String manifest) {
    assertThat(manifest).contains("\nmetadata:\n");
    return manifest.replaceFirst(
        "\nmetadata:\n",
        "\nmetadata:\n  annotations:\n    sealedsecrets.bitnami.com/cluster-wide: \"true\"\n");
  }

  private void sealWithManifests() {
    Sealing.succeed(
        sealing.seal(
            "--apply", "--from", sealing.path("given"), "--out", folder.resolve("out").toString()));
  }

  private String manifest(String name) throws Exception {
    return Files.readString(folder.resolve("out").resolve(name + ".yaml"));
  }
}
