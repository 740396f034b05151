package fr.cofrap.devstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** How to start a {@link Stack}. Each method returns a copy with one thing changed. */
public final class StackOptions {
  final Path folder;
  Path repository = repositoryAround(Path.of("").toAbsolutePath());
  Path binaries;
  int port;
  boolean behindTls;
  boolean databaseStopped;
  Map<String, String> settings = Map.of();
  Map<String, String> environment = Map.of();
  Consumer<String> progress = line -> {};

  private StackOptions(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    binaries = this.folder.resolve("postgres-programs");
  }

  /**
   * A stack of the repository around the working directory, on any free port.
   *
   * @param folder where everything is kept: the database, the secrets, the logs
   */
  public static StackOptions in(Path folder) {
    return new StackOptions(folder);
  }

  private StackOptions with(Consumer<StackOptions> change) {
    StackOptions copy = new StackOptions(folder);
    copy.repository = repository;
    copy.binaries = binaries;
    copy.port = port;
    copy.behindTls = behindTls;
    copy.databaseStopped = databaseStopped;
    copy.settings = settings;
    copy.environment = environment;
    copy.progress = progress;
    change.accept(copy);
    return copy;
  }

  /** The root of the built repository. */
  public StackOptions withRepository(Path root) {
    return with(copy -> copy.repository = root.toAbsolutePath().normalize());
  }

  /** Where PostgreSQL's programs are unpacked (75 MB): shared, new folders start faster. */
  public StackOptions withBinaries(Path shared) {
    return with(copy -> copy.binaries = shared.toAbsolutePath().normalize());
  }

  /** The port of the gateway on 127.0.0.1, 0 for any that is free. */
  public StackOptions withPort(int number) {
    return with(copy -> copy.port = number);
  }

  /** Whether clients come through a proxy that speaks TLS: browsers have to keep using TLS then. */
  public StackOptions withBehindTls(boolean behind) {
    return with(copy -> copy.behindTls = behind);
  }

  /** Prepares the database, and starts the functions while it is stopped. */
  public StackOptions withDatabaseStopped() {
    return with(copy -> copy.databaseStopped = true);
  }

  /** The environment from which the functions' settings are taken; the folder keeps them. */
  public StackOptions withSettings(Map<String, String> named) {
    return with(copy -> copy.settings = Map.copyOf(named));
  }

  /** More variables for every function, besides earlier ones. They win over the stack's own. */
  public StackOptions withEnvironment(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return with(copy -> copy.environment = Map.copyOf(all));
  }

  /** Receives each step, one line at a time, from any thread. */
  public StackOptions withProgress(Consumer<String> listener) {
    return with(copy -> copy.progress = listener);
  }

  private static Path repositoryAround(Path here) {
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("template/java25/pom.xml"))) {
        return folder;
      }
    }
    return here;
  }
}
