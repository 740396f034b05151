package fr.cofrap.tests.standin;

import fr.cofrap.tests.installation.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Folders of programs, for the PATH of a run. */
public final class Programs {
  /** All that a deployment uses of the machine, besides the tools that it lists. */
  private static final List<String> OF_THE_MACHINE =
      List.of(
          "awk",
          "basename",
          "bash",
          "cat",
          "chmod",
          "cp",
          "cut",
          "date",
          "dirname",
          "env",
          "find",
          "fold",
          "grep",
          "head",
          "id",
          "ls",
          "mkdir",
          "mktemp",
          "mv",
          "paste",
          "pgrep",
          "ps",
          "rm",
          "sed",
          "sh",
          "sleep",
          "sort",
          "tail",
          "tee",
          "tr",
          "uniq");

  /** All that a dry run uses. */
  private static final List<String> OF_A_DRY_RUN =
      List.of("awk", "bash", "cat", "dirname", "env", "fold", "paste", "sed", "tr", "uniq");

  public static final Path MACHINE = link("programs", OF_THE_MACHINE);
  public static final Path DRY_RUN = link("programs-of-a-dry-run", OF_A_DRY_RUN);

  private Programs() {}

  /**
   * Creates a folder of stand-ins.
   *
   * @param names of the programs that they stand in for
   */
  public static void standIn(Path folder, List<String> names) throws IOException {
    Files.createDirectories(folder);
    Path standIn = folder.resolve("stand-in");
    try (InputStream script =
        Objects.requireNonNull(Programs.class.getResourceAsStream("stand-in"))) {
      Files.write(standIn, script.readAllBytes());
    }
    if (!standIn.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + standIn + " executable");
    }
    for (String name : names) {
      Files.createSymbolicLink(folder.resolve(name), standIn.getFileName());
    }
  }

  private static Path link(String folder, List<String> names) {
    try {
      Path links = Files.createDirectory(Workspace.folder(folder));
      for (String name : names) {
        Files.createSymbolicLink(links.resolve(name), find(name));
      }
      return links;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path find(String name) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The tests need " + name));
  }
}
