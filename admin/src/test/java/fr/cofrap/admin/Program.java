package fr.cofrap.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;

/** The program as an operator runs it: its exit code, and what it prints. */
public record Program(int exitCode, String out, String err) {
  /** Runs it with only these environment variables, and empty input. */
  public static Program run(Map<String, String> variables, String... arguments) {
    return run(variables, "", arguments);
  }

  /** Runs it with input. */
  public static Program run(Map<String, String> variables, String input, String[] arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Cofrap.commandLine(
                variables,
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintWriter(out, true),
                new PrintWriter(err, true))
            .execute(arguments);
    return new Program(exitCode, out.toString(), err.toString());
  }

  /** The same variables, with one of them changed. */
  public static Map<String, String> with(Map<String, String> variables, String name, String value) {
    Map<String, String> changed = new HashMap<>(variables);
    changed.put(name, value);
    return Map.copyOf(changed);
  }
}
