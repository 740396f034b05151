package fr.cofrap.tests.installation;

import fr.cofrap.tests.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders of installations: temporary, removed when this JVM exits. Logs are kept. */
public final class Workspace {
  private static final Path TARGET = Repository.root().resolve("tests/target");
  private static final Path ROOT = createRoot();

  private Workspace() {}

  public static synchronized Path folder(String name) {
    Path folder = ROOT.resolve(name);
    if (Files.exists(folder)) {
      throw new IllegalStateException("There is an installation named " + name);
    }
    return folder;
  }

  /** Unpacked once for all runs. */
  public static Path postgresPrograms() {
    return TARGET.resolve("postgres-programs");
  }

  /** Every file of these folders of every installation, running or stopped. */
  public static List<Path> files(String folder) {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> ROOT.relativize(file).toString().contains("/" + folder + "/"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For whoever wants to see why a test failed. */
  public static void keepLogs(Path installation, Path logs) {
    Path kept = TARGET.resolve("logs").resolve(ROOT.relativize(installation));
    try (Stream<Path> files = Files.list(logs)) {
      deleteTree(kept);
      Files.createDirectories(kept);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, kept.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path createRoot() {
    try {
      Path root = Files.createTempDirectory("cofrap-acceptance-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteTree(root)));
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteTree(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
