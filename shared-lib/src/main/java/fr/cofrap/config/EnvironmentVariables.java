package fr.cofrap.config;

import fr.cofrap.runtime.Misconfigured;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Settings by name. An empty value counts as unset. */
final class EnvironmentVariables {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  private final Map<String, String> variables;

  EnvironmentVariables(Map<String, String> variables) {
    this.variables = Collections.unmodifiableMap(variables);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  String text(String name, String whenUnset) {
    return text(name).orElse(whenUnset);
  }

  /**
   * Reads a setting that allows only certain values.
   *
   * @param allowed what the value must be, for the message
   * @param read returns empty for a value that is not allowed
   * @throws Misconfigured naming the setting, its value and what is allowed
   */
  <T> T read(String name, String whenUnset, String allowed, Function<String, Optional<T>> read) {
    String value = text(name, whenUnset);
    return read.apply(value)
        .orElseThrow(
            () -> new Misconfigured("%s is \"%s\"; it must be %s".formatted(name, value, allowed)));
  }

  int number(String name, int whenUnset, int min, int max) {
    return read(
        name,
        Integer.toString(whenUnset),
        "a whole number from %d to %d".formatted(min, max),
        text -> parsed(text).filter(n -> n >= min && n <= max));
  }

  private static Optional<Integer> parsed(String text) {
    return DIGITS.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
