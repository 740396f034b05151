package fr.cofrap.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import fr.cofrap.devstack.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
  @Test
  void stopsTheFunctionsOfARunThatWasKilled(@TempDir Path run) throws Exception {
    List<String> reported = new ArrayList<>();
    Process orphan = new ProcessBuilder("sleep", "600").start();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      new PidFile(run.resolve("orphan.pid")).write(orphan.toHandle());
      Files.writeString(run.resolve("recycled.pid"), stranger.pid() + " 1000000000000");
      Files.writeString(run.resolve("torn.pid"), "12");
      PidFile.stopOrphans(run, reported::add);
      assertThat(orphan.waitFor(Patience.LIMIT)).isTrue();
      assertThat(stranger.isAlive()).isTrue();
      assertThat(reported).singleElement(STRING).startsWith("Stopped orphan");
      assertThat(run).isEmptyDirectory();
    } finally {
      orphan.destroyForcibly();
      stranger.destroyForcibly();
    }
  }
}
