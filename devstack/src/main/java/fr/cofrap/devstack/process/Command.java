package fr.cofrap.devstack.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Runs a program to its end, with nothing of our environment but the search path. */
public record Command(List<String> words) {
  /** How it ended, and what it said on both its outputs. */
  public record Ending(int exitCode, String output) {
    public String lastLine() {
      List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
      return lines.isEmpty() ? "exit code " + exitCode : lines.getLast().strip();
    }
  }

  public static Command of(List<String> words) {
    return new Command(List.copyOf(words));
  }

  public Ending run() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    ProcessEnvironment.leaveOnly(builder.environment(), Map.of("LC_ALL", "C"));
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ending(process.waitFor(), output);
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
