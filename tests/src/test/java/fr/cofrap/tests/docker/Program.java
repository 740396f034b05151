package fr.cofrap.tests.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program and its arguments. It inherits our environment; secrets belong there, not in words. */
public record Program(
    List<String> words, Map<String, String> environment, Path folder, Duration limit) {
  private static final Duration HUNG = Duration.ofMinutes(3);

  public static Program of(String... words) {
    return new Program(List.of(words), Map.of(), Path.of("").toAbsolutePath(), HUNG);
  }

  public Program and(List<String> more) {
    List<String> all = Stream.concat(words.stream(), more.stream()).toList();
    return new Program(all, environment, folder, limit);
  }

  public Program and(String... more) {
    return and(List.of(more));
  }

  public Program with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new Program(words, Map.copyOf(all), folder, limit);
  }

  public Program in(Path folder) {
    return new Program(words, environment, folder, limit);
  }

  public Program within(Duration limit) {
    return new Program(words, environment, folder, limit);
  }

  /** Its standard output, without the final newline. It has to succeed. */
  public String output() {
    Ending ending = run();
    if (ending.exitCode() != 0) {
      throw new AssertionError(
          "%s exited with %d:%n%s".formatted(this, ending.exitCode(), ending.everything()));
    }
    return ending.output();
  }

  /** How it ended, successfully or not. */
  public Ending run() {
    Process process = start(builder());
    CompletableFuture<String> output = read(process.getInputStream());
    CompletableFuture<String> errors = read(process.getErrorStream());
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            "%s did not end within %s:%n%s%s".formatted(this, limit, output.join(), errors.join()));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Ending(process.exitValue(), output.join(), errors.join());
  }

  /** Starts it, with everything it prints in a file. */
  public Process inBackground(Path log) {
    return start(builder().redirectErrorStream(true).redirectOutput(log.toFile()));
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  private static Process start(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), UTF_8).stripTrailing();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        Thread::startVirtualThread);
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }

  public record Ending(int exitCode, String output, String errors) {
    public String everything() {
      return output.isEmpty() || errors.isEmpty() ? output + errors : output + "\n" + errors;
    }
  }
}
