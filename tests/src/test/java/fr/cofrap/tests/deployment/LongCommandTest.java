package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.deployment.world.Disturbance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A command that takes long is mentioned, with its progress and with what is not ready. */
@Tag("one-machine")
@EnabledOnOs(OS.LINUX)
final class LongCommandTest {
  /** The slow commands go on until each has been mentioned twice. */
  private static final String SCRIPT =
      """
      set -euo pipefail
      source deploy/lib.sh
      source deploy/kubernetes.sh
      open_workspace
      patience=1
      look=(pods_not_ready openfaas)
      run slow install
      look=()
      run slow removal
      status=0
      attend quick logged sh -c 'exit 3' || status=$?
      echo "ended with $status"
      """;

  @Test
  void reportsProgressAndTheStatus(@TempDir Path folder) throws Exception {
    try (Place place = Place.withClusterIn(folder)) {
      Run run = place.run(Disturbance.NONE, Map.of(), List.of("bash", "-c", SCRIPT)).expect(0);
      assertThat(run.output().lines().map(String::strip))
          .contains("step 2", "gateway-1: ContainerCreating", "ended with 3");
      assertThat(run.output()).doesNotContain("nats-1", "purge-1", "quick");
      assertThat(run.output().substring(run.output().indexOf("slow removal")))
          .as("nothing waits for pods any more")
          .doesNotContain("gateway-1");
    }
  }
}
