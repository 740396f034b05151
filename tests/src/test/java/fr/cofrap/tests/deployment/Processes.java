package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Processes of this machine, by their numbers. */
final class Processes {
  private Processes() {}

  /** A command that hangs, and the program that it has started. */
  static List<Long> hangingIn(Place place) throws Exception {
    long command = place.standIns().hanging().get(2, TimeUnit.MINUTES);
    ProcessHandle handle = ProcessHandle.of(command).orElseThrow();
    while (handle.children().findAny().isEmpty()) {
      assertThat(runs(command)).as("the command still runs").isTrue();
      Pause.of(Duration.ofMillis(20));
    }
    return Stream.concat(Stream.of(command), handle.children().map(ProcessHandle::pid)).toList();
  }

  /** Nobody may have waited yet for one that has ended. */
  static boolean runs(long process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process), "status");
    try {
      return Files.readAllLines(status).stream()
          .noneMatch(line -> line.matches("State:\\s+[ZX].*"));
    } catch (IOException e) {
      if (Files.exists(status)) {
        throw e;
      }
      return false;
    }
  }

  /** Sends a signal; a negative number means a process group. */
  static void signal(String name, long process) throws IOException, InterruptedException {
    int status =
        new ProcessBuilder("kill", "-" + name, "--", Long.toString(process)).start().waitFor();
    assertThat(status).isZero();
  }
}
