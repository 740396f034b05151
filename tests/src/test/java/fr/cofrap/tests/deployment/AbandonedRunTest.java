package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.deployment.world.Disturbance.Hang;
import fr.cofrap.tests.deployment.world.Disturbance.Refuse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves if the script alone is killed, the next run ends and removes. */
@Tag("one-machine")
@EnabledOnOs(OS.LINUX)
final class AbandonedRunTest {
  private Place place;

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    place = Place.withClusterIn(folder);
  }

  @AfterEach
  void close() {
    place.close();
  }

  @Test
  void theNextRunEndsTheCommandBeforeAnythingElse() throws Exception {
    List<String> line =
        Stream.concat(Stream.of("./start_full_demo.sh"), Stream.of(Options.cluster("--yes")))
            .toList();
    Process script = place.start(new Hang("helm upgrade"), Map.of(), line);
    List<Long> hanging = Processes.hangingIn(place);
    Processes.signal("KILL", script.pid());
    place.end(script);
    for (long process : hanging) {
      assertThat(Processes.runs(process)).as("goes on without the script").isTrue();
    }

    nextRun("stopping what a killed run left running: helm upgrade --install openfaas");

    for (long process : hanging) {
      assertThat(Processes.runs(process)).isFalse();
    }
    assertThat(place.temporary()).isEmptyDirectory();
  }

  @Test
  void leavesFilesOfARunThatGoesOnAndProcessesThatGotARecordedNumber() throws Exception {
    String others = "cofrap-deploy." + ProcessHandle.current().pid() + ".others";
    Files.createDirectory(place.temporary().resolve(others));
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path abandoned = place.temporary().resolve("cofrap-deploy." + ended.pid() + ".abandoned");
    Files.createDirectory(abandoned);
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          abandoned.resolve("attended.process"),
          other.pid() + " Thu Jan  1 00:00:00 1970\nhelm upgrade\n");

      nextRun("no current context");

      assertThat(place.temporary()).isDirectoryNotContaining("glob:**.abandoned");
      assertThat(place.temporary().resolve(others)).isDirectory();
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroy();
    }
  }

  private void nextRun(String words) throws Exception {
    place.run(new Refuse("kubectl config"), "cluster", "--down").expect(1, words);
  }
}
