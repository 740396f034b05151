package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.deployment.world.Disturbance;
import fr.cofrap.tests.docker.StackFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Misuse exits with 2 and says what to type, before anything is done. */
@Tag("one-machine")
@EnabledOnOs(OS.LINUX)
final class OptionsTest {
  private Place place;

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    place = Place.withClusterIn(folder);
  }

  @AfterEach
  void nothingWasDone() {
    place.close();
    assertThat(place.standIns().calls())
        .noneMatch(call -> call.matches(".*(create|upgrade|apply|push|run).*"));
    assertThat(place.repository().resolve("data")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PORT=08             | PORT: expected a number from 1 to 65535, found '08'
          BEHIND_TLS=true     | BEHIND_TLS: expected yes or no, found 'true'
          """)
  void machineRefuses(String option, String words) throws Exception {
    place.run(option).expect(2, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --prot 8080            | unknown option: --prot
          now                    | unknown option: now
          --yes=no               | unknown option: --yes
          REGISTRY=other         | unknown option: REGISTRY
          PROT=1                 | The options: GATEWAY_PORT
          PGPASSWORD=canary      | "unknown option: PGPASSWORD\n"
          --purge-data           | unknown option: --purge-data
          --no                   | See ./start_full_demo.sh k3d --help
          --down --delete-secrets | --delete-secrets goes with
          --tag                  | --tag needs a value
          --tag --dry-run        | --tag needs a value
          TAG=a,b                | TAG: expected
          OWNER=Me               | OWNER: expected a name in lower case, found 'Me'
          --openfaas maybe       | OPENFAAS: expected install or present, found 'maybe'
          DB_PORT=65536          | DB_PORT: expected a number from 1 to 65535, found '65536'
          VALUES=nowhere.yaml    | VALUES: cannot read nowhere.yaml
          DB_ADMIN=postgresql://a@b/c | DB_CA is needed
          """)
  void k3dRefuses(String options, String words) throws Exception {
    String[] all = ("k3d " + options).split(" ");
    place.run(all).expect(2, words);
  }

  @Test
  void refusesBlanksAndLineBreaks() throws Exception {
    place.run("k3d", "TAG=a b").expect(2, "TAG: expected");
    place.run("k3d", "OTP_ISSUER=a\nb").expect(2, "OTP_ISSUER contains a line break");
  }

  @Test
  void refusesAPasswordInTheAddressWithoutShowingIt() throws Exception {
    Run run = place.run("k3d", "DB_ADMIN=postgresql://a:canary@b/c");
    run.expect(2, "DB_ADMIN: expected postgresql://USER@HOST:PORT/DATABASE, without a password\n");
    assertThat(place.run("k3d", "PGPASSWORD=canary").output() + run.output())
        .doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --delete-secrets    | --delete-secrets goes with
          REGISTRY=https://r  | REGISTRY: expected HOST
          REGISTRY=r/team     | REGISTRY: expected HOST
          DB_CIDR=10.0.0.5    | DB_CIDR: expected addresses
          DB_CIDR=10.0.0.0/8  | DB_CIDR: expected addresses
          """)
  void clusterRefuses(String option, String words) throws Exception {
    place.run(Options.cluster(option)).expect(2, words);
  }

  @Test
  void reportsEveryProblemAtOnceMissingToolsIncluded() throws Exception {
    Files.delete(place.programs().resolve("kubeseal"));
    place
        .run("cluster", "--prot", "TAG=a b", "GATEWAY=g")
        .expect(
            2,
            "unknown option: --prot",
            "TAG: expected",
            "REGISTRY is needed",
            "DB_ADMIN is needed",
            "DB_CA is needed",
            "DB_CIDR is needed",
            "GATEWAY: expected an address",
            "  kubeseal  missing: ");
  }

  @Test
  void knowsThreeModes() throws Exception {
    List<String> elsewhere = List.of("deploy/run", "elsewhere");
    place.run(Disturbance.NONE, Map.of(), elsewhere).expect(2, "k3d|cluster");
    place.run("--help").expect(0, "k3d|cluster");
    place.run("k3d", "--help").expect(0, "Usage: ./start_full_demo.sh k3d");
    place.run("cluster", "--tag", "x", "-h").expect(0, "DB_ADMIN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "k3d --help", "cluster --help"})
  void helpListsEverySetting(String words) throws Exception {
    place.run(words.split(" ")).expect(0, settings());
  }

  /** Those of {@code stack.yml} that are empty unless somebody sets them. */
  private static String[] settings() {
    StackFile stack = StackFile.read();
    return stack
        .functionNodes()
        .path(stack.functions().getFirst())
        .path("environment")
        .propertyStream()
        .filter(variable -> variable.getValue().asString().equals("${" + variable.getKey() + ":-}"))
        .map(Map.Entry::getKey)
        .toArray(String[]::new);
  }
}
