package fr.cofrap.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.docker.Program;
import fr.cofrap.tests.kubernetes.Kubectl;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Deploying again, with the options that the first run has kept, ends with a login. Runs first: it
 * undoes what the tests change in the cluster.
 */
@Tag("cluster")
@Order(0)
class RepeatedDeploymentTest {
  private static final Duration HUNG = Duration.ofMinutes(30);

  @Test
  void succeedsWhenNothingHasChanged() {
    assertThat(deploy()).contains("authenticate-user: logged in");
  }

  @Test
  void succeedsAfterAPodWasLost() {
    Kubectl.FUNCTIONS.run("delete", "pod", "-l", "faas_function=authenticate-user", "--wait=false");

    assertThat(deploy()).contains("authenticate-user: logged in");
  }

  private static String deploy() {
    return Program.of("./start_full_demo.sh", "cluster", "--yes")
        .in(Repository.root())
        .within(HUNG)
        .output();
  }
}
