package fr.cofrap.devstack;

import fr.cofrap.devstack.process.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How to start a {@link Stack}.
 *
 * @param folder where everything lies that is kept: the database, the secrets, the logs
 * @param repository the root of the built repository
 * @param port of the gateway on 127.0.0.1, 0 for any that is free
 * @param environment more variables for every function; these win over the stack's own
 * @param settings the environment of the person who starts the stack; the functions' settings are
 *     taken from it and kept in the folder
 * @param binaries where PostgreSQL's programs are unpacked, once; may be shared between folders
 * @param databaseStopped whether PostgreSQL is prepared but not running when the functions start
 * @param tlsInFront whether a proxy that speaks TLS to callers stands in front of the gateway
 * @param progress hears each step
 */
public record StackOptions(
    Path folder,
    Path repository,
    int port,
    Map<String, String> environment,
    Map<String, String> settings,
    Path binaries,
    boolean databaseStopped,
    boolean tlsInFront,
    Progress progress) {
  /** Takes absolute paths and copies of what could change. */
  public StackOptions {
    folder = folder.toAbsolutePath().normalize();
    repository = repository.toAbsolutePath().normalize();
    binaries = binaries.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
    settings = Map.copyOf(settings);
  }

  /** A stack in this folder, on any free port, of the repository around the working directory. */
  public static StackOptions in(Path folder) {
    return new StackOptions(
        folder,
        repositoryAround(Path.of("")),
        0,
        Map.of(),
        Map.of(),
        folder.resolve("postgres-programs"),
        false,
        false,
        Progress.NONE);
  }

  /** The port of the gateway, 0 for any that is free. */
  public StackOptions withPort(int newPort) {
    return new StackOptions(
        folder,
        repository,
        newPort,
        environment,
        settings,
        binaries,
        databaseStopped,
        tlsInFront,
        progress);
  }

  /** More variables for every function, besides those given before. */
  public StackOptions withEnvironment(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new StackOptions(
        folder, repository, port, all, settings, binaries, databaseStopped, tlsInFront, progress);
  }

  /** The environment from which the functions' settings are taken. */
  public StackOptions withSettings(Map<String, String> named) {
    return new StackOptions(
        folder,
        repository,
        port,
        environment,
        named,
        binaries,
        databaseStopped,
        tlsInFront,
        progress);
  }

  /** The root of the built repository. */
  public StackOptions withRepository(Path newRepository) {
    return new StackOptions(
        folder,
        newRepository,
        port,
        environment,
        settings,
        binaries,
        databaseStopped,
        tlsInFront,
        progress);
  }

  /** Where PostgreSQL's programs are unpacked (75 MB): share it to start faster in new folders. */
  public StackOptions withBinaries(Path newBinaries) {
    return new StackOptions(
        folder,
        repository,
        port,
        environment,
        settings,
        newBinaries,
        databaseStopped,
        tlsInFront,
        progress);
  }

  /** Prepares the database, and starts the functions while it is stopped. */
  public StackOptions withDatabaseStopped() {
    return new StackOptions(
        folder, repository, port, environment, settings, binaries, true, tlsInFront, progress);
  }

  /** Whether callers come through a proxy that speaks TLS: they are then told to go on so. */
  public StackOptions withTlsInFront(boolean inFront) {
    return new StackOptions(
        folder,
        repository,
        port,
        environment,
        settings,
        binaries,
        databaseStopped,
        inFront,
        progress);
  }

  /** Who hears each step. */
  public StackOptions withProgress(Progress listener) {
    return new StackOptions(
        folder,
        repository,
        port,
        environment,
        settings,
        binaries,
        databaseStopped,
        tlsInFront,
        listener);
  }

  private static Path repositoryAround(Path start) {
    Path here = start.toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("template/java25/pom.xml"))) {
        return folder;
      }
    }
    return here;
  }
}
