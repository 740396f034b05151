package fr.cofrap.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The runtime in a separate JVM, with the flags that it has in its container and the test's
 * handler.
 */
final class FunctionProcess implements AutoCloseable {
  /** Long enough for any machine: anything that takes longer has hung. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reading;

  FunctionProcess(Map<String, String> environment, String... jvmOptions) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of("..", "jvm.options"));
    command.addAll(List.of(jvmOptions));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HTTP_PORT", "0");
    builder.environment().put("SHUTDOWN_GRACE", "PT0S");
    builder.environment().putAll(environment);
    process = builder.redirectErrorStream(true).start();
    reading = Thread.ofVirtual().start(this::collect);
  }

  static FunctionProcess serving(Map<String, String> environment, String... jvmOptions)
      throws IOException {
    FunctionProcess function = new FunctionProcess(environment, jvmOptions);
    try {
      function.awaitLine("serving");
      return function;
    } catch (RuntimeException | Error e) {
      function.close();
      throw e;
    }
  }

  private void collect() {
    try (BufferedReader reader = process.inputReader(UTF_8)) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException ended) {
      lines.add(ended.toString());
    }
  }

  /** The first line with this message; every line must be a JSON object. */
  Map<String, @Nullable Object> awaitLine(String message) {
    return awaitLines("message", message, 1).getFirst();
  }

  /** What was logged for a request, which may appear a moment after its response. */
  List<Map<String, @Nullable Object>> awaitLinesOf(String callId) {
    return awaitLines("callId", callId, 1);
  }

  /** Every line with this member, once there are at least this many. */
  List<Map<String, @Nullable Object>> awaitLines(String member, String value, int atLeast) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      List<Map<String, @Nullable Object>> found = linesWith(member, value);
      if (found.size() >= atLeast) {
        return found;
      }
      pause();
    }
    throw new AssertionError("Not " + atLeast + " × " + member + "=" + value + " in " + lines);
  }

  List<Map<String, @Nullable Object>> linesOf(String callId) {
    return linesWith("callId", callId);
  }

  private List<Map<String, @Nullable Object>> linesWith(String member, String value) {
    return lines().stream().filter(line -> value.equals(line.get(member))).toList();
  }

  List<Map<String, @Nullable Object>> lines() {
    return lines.stream().map(Json::object).toList();
  }

  int port() {
    return ((Long) awaitLine("serving").getOrDefault("port", -1L)).intValue();
  }

  /** A raw connection, for what no client library would send. */
  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
    socket.setSoTimeout((int) PATIENCE.toMillis());
    return socket;
  }

  URI uri(String pathAndQuery) {
    return URI.create("http://127.0.0.1:" + port() + pathAndQuery);
  }

  HttpResponse<String> get(String pathAndQuery, String... headers)
      throws IOException, InterruptedException {
    return send("GET", pathAndQuery, "", headers);
  }

  HttpResponse<String> send(String method, String pathAndQuery, String body, String... headers)
      throws IOException, InterruptedException {
    return client.send(request(method, pathAndQuery, body, headers), BodyHandlers.ofString());
  }

  java.net.http.HttpRequest request(
      String method, String pathAndQuery, String body, String... headers) {
    java.net.http.HttpRequest.Builder request =
        java.net.http.HttpRequest.newBuilder(uri(pathAndQuery))
            .method(method, BodyPublishers.ofString(body))
            .timeout(PATIENCE);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }

  /** Sends the signal: {@code TERM}, {@code INT}. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start().waitFor();
  }

  /** The exit code, once every line has been read as well. */
  int awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("Still running after " + PATIENCE + ": " + lines);
    }
    reading.join();
    return process.exitValue();
  }

  @Override
  public void close() {
    client.shutdownNow();
    process.destroyForcibly();
  }

  static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
