package fr.cofrap.config;

import fr.cofrap.runtime.Misconfigured;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Settings by name. What is set to nothing counts as not set. */
final class Environment {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  private final Map<String, String> variables;

  Environment(Map<String, String> variables) {
    this.variables = Collections.unmodifiableMap(variables);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  String text(String name, String whenNotSet) {
    return text(name).orElse(whenNotSet);
  }

  /**
   * Reads a setting whose values are limited.
   *
   * @param allowed what the value may be, for the message
   * @param read empty for a value that it may not be
   */
  <T> T read(String name, String whenNotSet, String allowed, Function<String, Optional<T>> read) {
    String value = text(name, whenNotSet);
    return read.apply(value)
        .orElseThrow(
            () -> new Misconfigured("%s is \"%s\"; it must be %s".formatted(name, value, allowed)));
  }

  int number(String name, int whenNotSet, int least, int most) {
    return read(
        name,
        Integer.toString(whenNotSet),
        "a whole number from %d to %d".formatted(least, most),
        text -> parsed(text).filter(n -> n >= least && n <= most));
  }

  private static Optional<Integer> parsed(String text) {
    return DIGITS.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
