package fr.cofrap.devstack.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the processes of one function are started in this stack.
 *
 * @param function its name
 * @param repository where it is built
 * @param environment what its settings say
 * @param logs folder of the logs
 * @param run folder of the notes about running processes
 */
public record LaunchPlan(
    String function, Path repository, Map<String, String> environment, Path logs, Path run) {
  private static final Set<String> LEVELS_THAT_HIDE_THE_PORT = Set.of("WARNING", "SEVERE");

  public static Map<String, String> environment(
      int databasePort, Path secrets, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HTTP_ADDRESS", "127.0.0.1");
    environment.put("HTTP_PORT", "0");
    environment.put("SHUTDOWN_GRACE", "PT0S");
    environment.put("SECRETS_DIR", secrets.toString());
    environment.put("DB_HOST", "127.0.0.1");
    environment.put("DB_PORT", Integer.toString(databasePort));
    environment.put("DB_NAME", "cofrap");
    environment.put("DB_USER", "cofrap_app");
    environment.put("DB_SSLMODE", "disable");
    environment.putAll(more);
    return environment;
  }

  /**
   * @param number 1 for the first process, 2 for its first replica
   */
  public FunctionLaunch launch(int number) {
    String name = number == 1 ? function : function + "-" + number;
    FunctionLaunch launch = launch(name);
    return LEVELS_THAT_HIDE_THE_PORT.contains(environment.getOrDefault("LOG_LEVEL", ""))
        ? launch.withEnvironment(Map.of("HTTP_PORT", Integer.toString(FreePort.choose())))
        : launch;
  }

  private FunctionLaunch launch(String name) {
    return new FunctionLaunch(
        function,
        repository.resolve(function).resolve("target/app"),
        repository.resolve("template/java25/jvm.options"),
        environment,
        logs.resolve(name + ".log"),
        Optional.of(run.resolve(name + ".pid")));
  }
}
