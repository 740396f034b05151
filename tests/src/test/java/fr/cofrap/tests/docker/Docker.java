package fr.cofrap.tests.docker;

import fr.cofrap.tests.Repository;
import java.util.Map;

/** Docker's command line. */
public final class Docker {
  private Docker() {}

  public static Program command(String... words) {
    return Program.of("docker")
        .and(words)
        .with(Map.of("DOCKER_BUILDKIT", "1"))
        .in(Repository.root());
  }

  /** Runs a command, which has to succeed, and returns its output. */
  public static String run(String... words) {
    return command(words).output();
  }

  /** A name that no other run of the tests uses. */
  static String uniqueName(String purpose) {
    return "cofrap-test-%s-%d".formatted(purpose, ProcessHandle.current().pid());
  }
}
