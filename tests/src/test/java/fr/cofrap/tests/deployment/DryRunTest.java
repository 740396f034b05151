package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.deployment.world.Disturbance;
import fr.cofrap.tests.standin.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command in its order, in each mode, up and down; and that a dry run needs and changes
 * nothing. After a change that is meant, {@code -Dcofrap.update-expected=true} rewrites the files
 * that are compared.
 */
@Tag("one-machine")
@EnabledOnOs(OS.LINUX)
final class DryRunTest {
  private static final Path EXPECTED =
      Repository.root().resolve("tests/src/test/resources/fr/cofrap/tests/deployment");

  private Place place;

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    place = Place.in(folder);
  }

  @AfterEach
  void leavesNothing() {
    place.close();
    assertThat(place.repository().resolve("data")).doesNotExist();
    assertThat(place.repository().resolve("target")).doesNotExist();
    assertThat(place.temporary()).isEmptyDirectory();
    assertThat(Path.of("/tmp/cofrap-deploy")).doesNotExist();
  }

  @Test
  void k3d() throws Exception {
    String up = dry("k3d", "GATEWAY_PORT=8090", "--db-port", "5433", "TAG=v1", "OWNER=me");
    assertExpected("k3d.txt", up + dry("k3d", "--down", "OWNER=me"));
  }

  @Test
  void k3dWithAnotherDatabase() throws Exception {
    String[] up = "k3d DB_ADMIN=postgresql://admin@localhost/postgres DB_CA=ca.pem".split(" ");
    String[] down = "k3d --down DB_ADMIN=postgresql://admin@localhost/postgres".split(" ");
    assertExpected(
        "k3d-other-database.txt",
        changes(dry("k3d"), dry(up)) + changes(dry("k3d", "--down"), dry(down)));
  }

  @Test
  void cluster() throws Exception {
    String up =
        dry(
            "cluster",
            "REGISTRY=registry.example:5000",
            "DB_ADMIN=postgresql://admin@db.example:5433/main",
            "DB_CA=ca.pem",
            "DB_CIDR=10.0.0.5/32",
            "DB_HOST=db.internal",
            "OPENFAAS=install",
            "OPENFAAS_CHART=charts/openfaas.tgz",
            "--openfaas-values",
            "openfaas.yaml",
            "--sealed-secrets=install",
            "SEALED_SECRETS_CHART=ss",
            "SEALED_SECRETS_VALUES=ss.yaml",
            "VALUES=our values.yaml",
            "GATEWAY=https://gateway.example/",
            "CREDENTIAL_LIFETIME=PT2M",
            "OTP_ISSUER=a\"b \\c",
            "LOG_LEVEL=",
            "--yes");
    assertExpected("cluster.txt", up + dry("cluster", "--down", "--yes"));
  }

  @Test
  void clusterInstallsNothingUnlessAsked() throws Exception {
    String required =
        "cluster REGISTRY=registry.example DB_ADMIN=postgresql://admin@10.0.0.5/main DB_CA=ca.pem";
    String present = dry(required.split(" "));
    assertThat(present).contains("docker push registry.example/cofrap/frontend:latest");
    String installed = dry((required + " OPENFAAS=install SEALED_SECRETS=install").split(" "));
    assertExpected("cluster-install.txt", changes(present, installed));
  }

  @Test
  void secretsAreDeletedOnlyWhenAsked() throws Exception {
    assertThat(dry("cluster", "--down", "--delete-secrets"))
        .contains("kubectl -n openfaas-fn delete secrets db-creds");
  }

  private String dry(String... options) throws Exception {
    String[] all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = "--dry-run";
    Map<String, String> nothingElse = Map.of("PATH", Programs.DRY_RUN.toString());
    return place.run(Disturbance.NONE, nothingElse, all).expect(0).output();
  }

  /** The lines that only one of two runs prints. */
  private static String changes(String from, String to) {
    return onlyIn(from, to, "- ") + onlyIn(to, from, "+ ");
  }

  private static String onlyIn(String run, String other, String mark) {
    Set<String> lines = other.lines().collect(Collectors.toSet());
    return run.lines()
        .filter(line -> !lines.contains(line))
        .map(line -> mark + line + "\n")
        .collect(Collectors.joining());
  }

  private static void assertExpected(String name, String output) throws IOException {
    assertThat(output).doesNotContain(Place.PASSWORD);
    Path file = EXPECTED.resolve(name);
    if (Boolean.getBoolean("cofrap.update-expected")) {
      Files.writeString(file, output);
    }
    assertThat(output).isEqualTo(Files.readString(file));
  }
}
