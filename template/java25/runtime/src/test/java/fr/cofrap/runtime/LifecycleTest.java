package fr.cofrap.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the process starts and exits. */
final class LifecycleTest {
  /** How many connections of-watchdog keeps open between requests; it closes the rest. */
  private static final int WATCHDOG_IDLE_CONNECTIONS = 100;

  private static final int HUNG_MILLIS = 60_000;

  @Test
  void respondsWith503UntilTheHandlerIsConstructed(@TempDir Path folder) throws Exception {
    int port = freePort();
    Path lock = Files.createFile(folder.resolve("lock"));
    Path mayStart = folder.resolve("may-start");
    Map<String, String> environment =
        Map.of(
            "HANDLER_START",
            "held",
            "HANDLER_MAY_START",
            mayStart.toString(),
            "HTTP_PORT",
            "" + port,
            "LOCK_FILE",
            lock.toString());
    try (FunctionProcess function = new FunctionProcess(environment)) {
      assertThat(firstStatus(function, port)).isEqualTo(503);
      assertThat(lock).doesNotExist();
      assertThat(status(function, port, "/")).isEqualTo(503);
      Files.createFile(mayStart);
      assertThat(function.awaitLine("serving")).containsEntry("port", (long) port);
      assertThat(status(function, port, ReadinessEndpoint.PATH)).isEqualTo(200);
      assertThat(status(function, port, "/")).isEqualTo(200);
      assertThat(lock).exists();
    }
  }

  /** The grace period outlasts the test, however slow the machine is. */
  @Test
  void keepsServingAfterSigterm() throws Exception {
    try (FunctionProcess function = FunctionProcess.serving(Map.of("SHUTDOWN_GRACE", "PT5M"))) {
      function.signal("TERM");
      function.awaitLine("draining");
      HttpResponse<String> readiness = function.get(ReadinessEndpoint.PATH);
      assertThat(readiness.statusCode()).isEqualTo(503);
      assertThat(readiness.headers().firstValue("Connection")).hasValue("close");
      for (int i = 0; i < 20; i++) {
        HttpResponse<String> late = function.get("/");
        assertThat(late.body()).isEqualTo("hello");
        assertThat(late.headers().firstValue("Connection")).hasValue("close");
      }
    }
  }

  /** They take longer than the grace period, and the process exits after the last of them. */
  @Test
  void finishesInFlightRequestsBeforeExiting() throws Exception {
    try (FunctionProcess function = FunctionProcess.serving(Map.of("SHUTDOWN_GRACE", "PT1S"))) {
      List<CompletableFuture<HttpResponse<String>>> responses =
          IntStream.range(0, 20)
              .mapToObj(i -> request(function, "/past-sigterm?millis=3000"))
              .toList();
      function.awaitLines("message", "waiting for SIGTERM", responses.size());
      function.signal("TERM");
      assertThat(responses)
          .allSatisfy(response -> assertThat(response.join().body()).isEqualTo("slept"));
      assertThat(function.awaitExit()).isEqualTo(143);
      assertThat(function.lines().stream().map(line -> line.get("message")))
          .endsWith("draining", "stopped", "closed");
      assertThat(function.awaitLine("stopped")).containsEntry("allRequestsFinished", true);
    }
  }

  @Test
  void doesNotExitBeforeTheGracePeriodIsOver() throws Exception {
    try (FunctionProcess function = FunctionProcess.serving(Map.of("SHUTDOWN_GRACE", "PT2S"))) {
      function.signal("TERM");
      assertThat(function.awaitExit()).isEqualTo(143);
      Instant draining = time(function.awaitLine("draining"));
      assertThat(time(function.awaitLine("stopped"))).isAfterOrEqualTo(draining.plusSeconds(2));
    }
  }

  private static Instant time(Map<String, @Nullable Object> line) {
    return Instant.parse(String.valueOf(line.get("time")));
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void exitsWithTheSignalsCode(String signal, int code) throws Exception {
    try (FunctionProcess function = FunctionProcess.serving(Map.of())) {
      function.get("/");
      function.signal(signal);
      assertThat(function.awaitExit()).isEqualTo(code);
    }
  }

  @Test
  void exitsWithOneWhenAPlatformThreadDies() throws Exception {
    try (FunctionProcess function = FunctionProcess.serving(Map.of())) {
      var _ = request(function, "/dying-thread");
      assertThat(function.awaitExit()).isEqualTo(1);
      assertThat(function.lines().getLast().toString()).contains("nobody catches this");
    }
  }

  /**
   * The gateway releases all the requests that it held for a pod at once: they arrive faster than
   * they are accepted, and connections that of-watchdog has just closed are still counted.
   */
  @Test
  void acceptsAsManyConnectionsAsTheWatchdogOpens() throws Exception {
    List<Socket> closing = new ArrayList<>();
    List<Socket> calling = new ArrayList<>();
    try (FunctionProcess function = FunctionProcess.serving(Map.of())) {
      int port = function.port();
      function.signal("STOP");
      connect(port, WATCHDOG_IDLE_CONNECTIONS, closing);
      connect(port, maxInflight(), calling);
      for (Socket socket : calling) {
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: f\r\n\r\n".getBytes(ISO_8859_1));
      }
      function.signal("CONT");
      for (Socket socket : calling) {
        assertThat(new String(socket.getInputStream().readNBytes(12), ISO_8859_1))
            .isEqualTo("HTTP/1.1 200");
      }
    } finally {
      closing.addAll(calling);
      for (Socket socket : closing) {
        socket.close();
      }
    }
  }

  /** Fails when the backlog of connections to be accepted is full. */
  private static void connect(int port, int connections, List<Socket> sockets) throws IOException {
    for (int i = 0; i < connections; i++) {
      Socket socket = new Socket();
      sockets.add(socket);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), HUNG_MILLIS);
      socket.setSoTimeout(HUNG_MILLIS);
    }
  }

  private static int maxInflight() throws IOException {
    Matcher setting =
        Pattern.compile("\\bmax_inflight=(\\d+)")
            .matcher(Files.readString(Path.of("..", "Dockerfile")));
    assertThat(setting.find()).isTrue();
    return Integer.parseInt(setting.group(1));
  }

  /** More clients than are accepted at once, each sending most of a body and then nothing. */
  @Test
  void stalledClientsDoNotFillTheHeap() throws Exception {
    try (FunctionProcess function = FunctionProcess.serving(Map.of())) {
      byte[] most =
          ("POST / HTTP/1.1\r\nHost: f\r\nContent-Length: 16384\r\n\r\n" + "x".repeat(16_000))
              .getBytes(ISO_8859_1);
      function.get("/hold");
      List<Socket> stalled = new ArrayList<>();
      try {
        for (int i = 0; i < 600; i++) {
          stalled.add(stall(function, most));
        }
      } finally {
        for (Socket socket : stalled) {
          socket.close();
        }
      }
      assertThat(firstStatus(function, function.port())).isEqualTo(200);
      assertThat(function.lines().toString()).doesNotContain("OutOfMemoryError");
    }
  }

  private static Socket stall(FunctionProcess function, byte[] bytes) throws IOException {
    Socket socket = function.connect();
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException turnedAway) {
      assertThat(turnedAway).hasMessageMatching("Broken pipe|Connection reset.*");
    }
    return socket;
  }

  @ParameterizedTest
  @CsvSource({"misconfigured, 'the secret ''key'' is missing\nsecond line'", "wrapped, wrapped"})
  void logsOneLineForAMisconfiguration(String start, String message) throws Exception {
    try (FunctionProcess function = new FunctionProcess(Map.of("HANDLER_START", start))) {
      assertThat(function.awaitExit()).isEqualTo(1);
      assertThat(function.lines())
          .singleElement()
          .satisfies(line ->
              assertThat(line)
                  .containsEntry("message", message)
                  .containsEntry("level", "SEVERE")
                  .doesNotContainKey("stackTrace"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error"})
  void logsTheStackTraceOfAnyOtherFailureToStart(String start) throws Exception {
    try (FunctionProcess function = new FunctionProcess(Map.of("HANDLER_START", start))) {
      assertThat(function.awaitExit()).isEqualTo(1);
      assertThat(function.lines())
          .singleElement()
          .satisfies(line ->
              assertThat(String.valueOf(line.get("stackTrace")))
                  .contains("bad start", "com.openfaas.function.Handler.<init>"));
    }
  }

  @ParameterizedTest
  @CsvSource({"MAX_BODY_BYTES, many", "LOCK_FILE, /no/such/folder/lock", "LOG_LEVEL, loud"})
  void logsOneLineForAnInvalidSetting(String name, String value) throws Exception {
    try (FunctionProcess function =
        new FunctionProcess(Map.of(name, value, "SHUTDOWN_GRACE", "PT5M"))) {
      assertThat(function.awaitExit()).isEqualTo(1);
      assertThat(function.lines())
          .filteredOn(line -> "SEVERE".equals(line.get("level")))
          .singleElement()
          .satisfies(
              line -> assertThat((String) line.get("message")).startsWith(name + "=" + value));
    }
  }

  @Test
  void logsOneLineIfThePortIsInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0);
        FunctionProcess function =
            new FunctionProcess(Map.of("HTTP_PORT", "" + taken.getLocalPort()))) {
      assertThat(function.awaitExit()).isEqualTo(1);
      assertThat(function.lines())
          .singleElement()
          .satisfies(line -> assertThat((String) line.get("message")).startsWith("Cannot listen"));
    }
  }

  @Test
  void logsFinerLevelsOnDemand() throws Exception {
    try (FunctionProcess function = FunctionProcess.serving(Map.of("LOG_LEVEL", "FINE"))) {
      function.send("POST", "/log", "");
      assertThat(function.awaitLine("hidden")).containsEntry("level", "FINE");
    }
  }

  private static CompletableFuture<HttpResponse<String>> request(
      FunctionProcess function, String path) {
    return function.client.sendAsync(function.request("GET", path, ""), BodyHandlers.ofString());
  }

  private static int firstStatus(FunctionProcess function, int port) throws InterruptedException {
    Instant deadline = Instant.now().plus(FunctionProcess.PATIENCE);
    while (true) {
      try {
        return status(function, port, ReadinessEndpoint.PATH);
      } catch (IOException notYet) {
        assertThat(Instant.now()).isBefore(deadline);
        FunctionProcess.pause();
      }
    }
  }

  private static int status(FunctionProcess function, int port, String path)
      throws IOException, InterruptedException {
    java.net.http.HttpRequest request =
        java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + port + path))
            .build();
    return function.client.send(request, BodyHandlers.ofString()).statusCode();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
