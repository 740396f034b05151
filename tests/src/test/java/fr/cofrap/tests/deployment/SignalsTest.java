package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.deployment.world.Disturbance.Hang;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command ends with the script, together with everything that it started. */
@Tag("one-machine")
@EnabledOnOs(OS.LINUX)
final class SignalsTest {
  private static final List<String> COMMANDS =
      List.of(
          "helm upgrade",
          "kubectl -n openfaas-fn rollout status deployment/generate-2fa",
          "docker run --rm --network host");

  private Place place;

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    place = Place.withClusterIn(folder);
  }

  @AfterEach
  void close() {
    place.close();
  }

  /** To the script alone, as from a supervisor. */
  @ParameterizedTest
  @ValueSource(strings = {"TERM", "HUP"})
  void endsWithWhatItRuns(String signal) throws Exception {
    for (String command : COMMANDS) {
      assertEndsAt(command, signal, 143, 1);
    }
  }

  /** Ctrl-C goes to the whole process group. */
  @ParameterizedTest
  @ValueSource(strings = "INT")
  void endsAtCtrlC(String signal) throws Exception {
    for (String command : COMMANDS) {
      assertEndsAt(command, signal, 130, -1);
    }
  }

  private void assertEndsAt(String command, String signal, int status, int group) throws Exception {
    List<String> line =
        Stream.concat(Stream.of("./start_full_demo.sh"), Stream.of(Options.cluster("--yes")))
            .toList();
    Process script = place.start(new Hang(command), Map.of(), line);
    List<Long> hanging = Processes.hangingIn(place);
    assertThat(place.temporary()).as("a folder of its own").isNotEmptyDirectory();

    Processes.signal(signal, group * script.pid());

    // The command would go on for ten minutes.
    assertThat(place.end(script)).as("%s at %s", signal, command).isEqualTo(status);
    for (long process : hanging) {
      assertThat(Processes.runs(process)).as("after %s: %s", signal, command).isFalse();
    }
    assertThat(place.temporary()).as("after %s: %s", signal, command).isEmptyDirectory();
  }
}
