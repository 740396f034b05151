package fr.cofrap.devstack.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A program and its arguments.
 *
 * @param environment its variables, besides those that describe the machine; it gets no others
 */
public record Command(List<String> words, Map<String, String> environment) {
  private static final List<String> OF_THE_MACHINE =
      List.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ");

  /** The exit code, and standard output and error in one. */
  public record Result(int exitCode, String output) {
    public String lastLine() {
      List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
      return lines.isEmpty() ? "exit code " + exitCode : lines.getLast().strip();
    }
  }

  public static Command of(List<String> words) {
    return new Command(words, Map.of("LC_ALL", "C"));
  }

  ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().keySet().retainAll(OF_THE_MACHINE);
    builder.environment().putAll(environment);
    return builder;
  }

  /** Runs the program until it ends. */
  public Result run() throws IOException {
    Process process = builder().start();
    process.getOutputStream().close();
    try {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Result(process.waitFor(), output);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + words.getFirst() + " ran", e);
    }
  }

  public boolean succeeds() {
    try {
      return run().exitCode() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
