package fr.cofrap.tests.tools;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.docker.Program;
import java.nio.file.Path;
import java.time.Duration;

/** What {@code script/go-tools} builds, once for all runs on this machine. */
public final class GoTools {
  private static final Path FOLDER =
      Path.of(
          Program.of("script/go-tools")
              .in(Repository.root())
              .within(Duration.ofMinutes(30))
              .output());

  private GoTools() {}

  public static Path path(String tool) {
    return FOLDER.resolve(tool);
  }

  public static Program program(String tool) {
    return Program.of(path(tool).toString());
  }
}
