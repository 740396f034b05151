package fr.cofrap.devstack;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code stack.yml}: the functions of this service, as faas-cli deploys them. */
public record StackFile(List<Function> functions) {
  private static final Map<String, String> OURS = Map.of("app.kubernetes.io/part-of", "cofrap");

  /**
   * A function.
   *
   * @param secrets the secrets that it mounts: these and no others
   * @param settings the names of its settings, which are {@code NAME: ${NAME:-}} in the file
   */
  public record Function(String name, Set<String> secrets, Set<String> settings) {
    private static Function of(String name, Map<?, ?> properties) {
      return new Function(
          name,
          list(properties.get("secrets")).stream()
              .map(String::valueOf)
              .collect(toUnmodifiableSet()),
          map(properties.get("environment")).entrySet().stream()
              .filter(entry -> entry.getValue().equals("${" + entry.getKey() + ":-}"))
              .map(entry -> entry.getKey().toString())
              .collect(toUnmodifiableSet()));
    }
  }

  /** Reads the file of this repository. */
  public static StackFile in(Path repository) throws IOException {
    try (Reader text = Files.newBufferedReader(repository.resolve("stack.yml"))) {
      Object root = new Load(LoadSettings.builder().build()).loadFromReader(text);
      return new StackFile(
          map(map(root).get("functions")).entrySet().stream()
              .filter(entry -> isOurs(map(entry.getValue())))
              .map(entry -> Function.of(entry.getKey().toString(), map(entry.getValue())))
              .toList());
    }
  }

  /** The names of all settings. */
  public Set<String> settings() {
    return functions.stream()
        .flatMap(function -> function.settings().stream())
        .collect(toUnmodifiableSet());
  }

  private static boolean isOurs(Map<?, ?> function) {
    return map(function.get("labels")).entrySet().containsAll(OURS.entrySet());
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<?, ?>) value;
  }

  private static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : (List<?>) value;
  }
}
