package fr.cofrap.devstack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What it takes to start one process of a function.
 *
 * @param function its name, as in the gateway's routes
 * @param repository where it is built
 * @param environment its variables, besides those that describe the machine; it gets no others
 * @param log where its standard output and error are appended
 * @param pidFile where its process is noted, so that the next run finds it if this one is killed
 */
public record FunctionLaunch(
    String function,
    Path repository,
    Map<String, String> environment,
    Path log,
    Optional<Path> pidFile) {
  private static final Set<String> LEVELS_THAT_HIDE_THE_PORT = Set.of("WARNING", "SEVERE");

  /** Copies what could change. */
  public FunctionLaunch {
    environment = Map.copyOf(environment);
  }

  /** With these variables too; they win over earlier ones. */
  public FunctionLaunch withEnvironment(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new FunctionLaunch(function, repository, all, log, pidFile);
  }

  /** With another folder of secrets: a file per key, as in {@code /var/openfaas/secrets}. */
  public FunctionLaunch withSecrets(Path folder) {
    return withEnvironment(Map.of("SECRETS_DIR", folder.toString()));
  }

  /** With another log. */
  public FunctionLaunch withLog(Path newLog) {
    return new FunctionLaunch(function, repository, environment, newLog, pidFile);
  }

  /** For a process that the next run should leave alone. */
  FunctionLaunch withoutPidFile() {
    return new FunctionLaunch(function, repository, environment, log, Optional.empty());
  }

  /**
   * For a process with files of its own, and a port of its own if it would not log which it has.
   */
  FunctionLaunch numbered(int number) {
    String name = number == 1 ? function : function + "-" + number;
    FunctionLaunch launch =
        new FunctionLaunch(
            function,
            repository,
            environment,
            log.resolveSibling(name + ".log"),
            pidFile.map(file -> file.resolveSibling(name + ".pid")));
    return LEVELS_THAT_HIDE_THE_PORT.contains(environment.getOrDefault("LOG_LEVEL", ""))
        ? launch.withEnvironment(Map.of("HTTP_PORT", Integer.toString(FreePort.choose())))
        : launch;
  }

  /** The folder of its jars: the class path of its container. */
  Path application() {
    return repository.resolve(function).resolve("target/app");
  }

  /** Runs a main class with the function's jars, and the JVM options of its container. */
  public Command java(String mainClass) {
    return new Command(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + repository.resolve("template/java25/jvm.options"),
            "-cp",
            application() + "/*",
            mainClass),
        environment);
  }

  /** How long it keeps serving after it was asked to stop. */
  Duration shutdownGrace() {
    try {
      return Duration.parse(environment.getOrDefault("SHUTDOWN_GRACE", "PT0S"));
    } catch (DateTimeParseException neverStarted) {
      return Duration.ZERO;
    }
  }
}
