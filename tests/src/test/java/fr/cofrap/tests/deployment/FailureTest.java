package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.deployment.world.Disturbance;
import fr.cofrap.tests.deployment.world.Disturbance.Refuse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step that fails reports its name, the command, the reason and what to type. */
@Tag("one-machine")
@EnabledOnOs(OS.LINUX)
final class FailureTest {
  private Place place;

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    place = Place.withClusterIn(folder);
  }

  @AfterEach
  void showsNoPasswordAndLeavesNoFiles() throws Exception {
    place.close();
    assertThat(place.standIns().calls()).noneMatch(call -> call.contains("canary"));
    assertThat(place.logText()).doesNotContain("canary");
    assertThat(place.temporary()).isEmptyDirectory();
  }

  @Test
  void explainsAndEndsTheRun() throws Exception {
    place
        .run(new Refuse("helm upgrade"), Options.cluster("--yes"))
        .expect(
            1,
            "[6/12] OpenFaaS failed at",
            "helm upgrade --install openfaas",
            "connection refused",
            "gateway-1: ContainerCreating",
            "kubectl -n openfaas get pods",
            "./start_full_demo.sh cluster REGISTRY=r",
            "target/deploy.log")
        .neverCalled("faas-cli up");
  }

  /** The step before waited for pods, this one does not. */
  @Test
  void doesNotLookAtPodsThatNothingWaitsFor() throws Exception {
    Run run =
        place
            .run(new Refuse("seal --apply"), Options.cluster("--yes"))
            .expect(1, "[8/12] Secrets, sealed failed at", "connection refused");
    assertThat(run.output()).doesNotContain("gateway-1");
  }

  /** It is not the functions' fault. */
  @Test
  void blamesTheGatewayForALoginThatItCutsOff() throws Exception {
    place
        .run(new Refuse("faas-cli login"), Options.cluster("--yes"))
        .expect(1, "kubectl -n openfaas get pods   # the gateway and its Prometheus must be ready");
  }

  @Test
  void namesThePlacesOfTheAdministratorsPassword() throws Exception {
    place
        .run(new Refuse("docker run --rm --network host"), Options.cluster("--yes"))
        .expect(1, "the administrator's password belongs in PGPASSWORD or ~/.pgpass");
  }

  @Test
  void readsPgpassWithoutAPasswordInTheEnvironment() throws Exception {
    Path pgpass = place.repository().resolveSibling("pgpass");
    Files.writeString(pgpass, "*:*:*:*:canary-of-pgpass\n");
    place
        .run(
            Disturbance.NONE,
            Map.of("PGPASSWORD", "", "PGPASSFILE", pgpass.toString()),
            Options.cluster("--yes"))
        .expect(1, "not in the environment alone")
        .called("docker run .*--env PGPASSFILE=/run/cofrap/pgpass")
        // An empty one would come first.
        .neverCalled("docker run .*--env PGPASSWORD");
  }

  /** It does not count as absent, or as somebody else's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "helm list --namespace openfaas",
        "kubectl -n openfaas get deployment gateway",
        "kubectl get namespace openfaas "
      })
  void endsAtAQueryThatFails(String query) throws Exception {
    assertEndsAt(query);
  }

  /** Asked of a release that is there already. */
  @Test
  void endsAtAnUnknownStateOfARelease() throws Exception {
    place.run(Options.cluster("--yes")).expect(0, "Ready");
    assertEndsAt("helm status openfaas");
  }

  private void assertEndsAt(String query) throws Exception {
    place
        .run(new Refuse(query), Options.cluster("--yes"))
        .expect(1, "Its output ends with\n  Error: connection refused")
        .neverCalled("^helm upgrade");
  }
}
