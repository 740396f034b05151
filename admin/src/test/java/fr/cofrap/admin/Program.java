package fr.cofrap.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program as an operator runs it: its exit code, and what it says. */
record Program(int exitCode, String out, String err) {
  static Program run(Map<String, String> variables, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        new Main(variables, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
            .run(List.of(arguments));
    return new Program(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  static Map<String, String> with(Map<String, String> variables, String name, String value) {
    Map<String, String> changed = new HashMap<>(variables);
    changed.put(name, value);
    return Map.copyOf(changed);
  }
}
