package fr.cofrap.config;

import fr.cofrap.runtime.Misconfigured;
import fr.cofrap.runtime.RuntimeSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks settings before a deployment changes anything: a separate program in every function's
 * image, which needs neither secrets nor a database.
 */
public final class SettingsCheck {
  private SettingsCheck() {}

  /**
   * Reads the environment as a function would. For each value that is not allowed, prints the
   * function's message; if there are any, exits with code 1. Takes no arguments.
   */
  public static void main(String[] arguments) {
    List<String> problems = problems(System.getenv());
    problems.forEach(System.err::println);
    if (!problems.isEmpty()) {
      System.exit(1);
    }
  }

  /** Reads each variable separately, so that one invalid value does not hide another. */
  static List<String> problems(Map<String, String> environment) {
    return new TreeMap<>(environment)
        .entrySet().stream()
            .flatMap(entry -> problem(Map.of(entry.getKey(), entry.getValue())).stream())
            .toList();
  }

  private static Optional<String> problem(Map<String, String> variable) {
    try {
      readAll(variable);
      return Optional.empty();
    } catch (Misconfigured misconfigured) {
      return Optional.of(String.valueOf(misconfigured.getMessage()));
    }
  }

  private static void readAll(Map<String, String> variables) {
    RuntimeSettings.from(variables);
    Settings settings = new Settings(variables);
    settings.credentialLifetime();
    settings.databasePoolSize();
    settings.hashThreads();
    settings.otpIssuer();
    settings.signUpOpen();
    settings.signUpsPerMinute();
    settings.signUpsPerSource();
    settings.trustedProxies();
  }
}
