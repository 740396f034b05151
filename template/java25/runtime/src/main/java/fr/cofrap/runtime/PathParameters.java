package fr.cofrap.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a path of alternating names and values, the form that {@code com.openfaas:model} defines.
 */
final class PathParameters {
  private PathParameters() {}

  /** A trailing name without a value is ignored; the last value of a repeated name counts. */
  static Map<String, String> parse(String path) {
    String[] segments = (path.startsWith("/") ? path.substring(1) : path).split("/", -1);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i + 1 < segments.length; i += 2) {
      parameters.put(segments[i], segments[i + 1]);
    }
    return Collections.unmodifiableMap(parameters);
  }
}
