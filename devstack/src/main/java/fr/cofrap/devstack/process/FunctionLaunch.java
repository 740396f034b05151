package fr.cofrap.devstack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What it takes to start one process of a function.
 *
 * @param function its name, as in the gateway's routes
 * @param application folder with its jars: the class path of its container
 * @param jvmOptions the file of JVM options that its container uses
 * @param environment its variables; nothing else gets through but the search path and the locale
 * @param log where its standard output and error go; it is appended to
 * @param pidFile where its process is noted, so that a later start finds it if ours is killed
 */
public record FunctionLaunch(
    String function,
    Path application,
    Path jvmOptions,
    Map<String, String> environment,
    Path log,
    Optional<Path> pidFile) {
  /** Copies what could change. */
  public FunctionLaunch {
    environment = Map.copyOf(environment);
  }

  /** With these variables too; they win over those given before. */
  public FunctionLaunch withEnvironment(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new FunctionLaunch(function, application, jvmOptions, all, log, pidFile);
  }

  /** With another folder of secrets: a file per key, as in {@code /var/openfaas/secrets}. */
  public FunctionLaunch withSecrets(Path folder) {
    return withEnvironment(Map.of("SECRETS_DIR", folder.toString()));
  }

  /** With another log. */
  public FunctionLaunch withLog(Path newLog) {
    return new FunctionLaunch(function, application, jvmOptions, environment, newLog, pidFile);
  }

  /** Runs this main class with the function's jars, JVM options and environment. */
  public ProcessBuilder java(String mainClass) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + jvmOptions,
            "-cp",
            application + "/*",
            mainClass);
    ProcessEnvironment.leaveOnly(builder.environment(), environment);
    return builder;
  }

  /** How long it keeps serving after it is asked to stop. */
  public Duration shutdownGrace() {
    try {
      return Duration.parse(environment.getOrDefault("SHUTDOWN_GRACE", "PT0S"));
    } catch (DateTimeParseException neverStarted) {
      return Duration.ZERO;
    }
  }

  public FunctionLaunch withoutPidFile() {
    return new FunctionLaunch(
        function, application, jvmOptions, environment, log, Optional.empty());
  }
}
