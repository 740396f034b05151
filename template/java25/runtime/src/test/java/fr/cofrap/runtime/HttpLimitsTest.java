package fr.cofrap.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server accepts from clients that send too much, or too slowly. */
final class HttpLimitsTest {
  private static final String HALF_A_HEAD = "POST / HTTP/1.1\r\nHost";
  private static final String HALF_A_BODY =
      "POST / HTTP/1.1\r\nHost: f\r\nContent-Length: 9\r\n\r\nx";
  private static FunctionProcess function;

  @BeforeAll
  static void start() throws IOException {
    function = FunctionProcess.serving(Map.of());
  }

  @AfterAll
  static void stop() {
    function.close();
  }

  @ParameterizedTest
  @CsvSource({"100, true", "101, false"})
  void acceptsAtMostAHundredHeaders(int count, boolean served) throws Exception {
    // Host and Connection are two of them.
    String headers =
        IntStream.range(2, count).mapToObj(i -> "X-" + i + ": v\r\n").collect(Collectors.joining());
    assertThat(serves(headers)).isEqualTo(served);
  }

  @ParameterizedTest
  @CsvSource({"32000, true", "33000, false"})
  void acceptsAtMost32KibibytesOfHeaders(int length, boolean served) throws Exception {
    assertThat(serves("X-Long: " + "x".repeat(length) + "\r\n")).isEqualTo(served);
  }

  /** A server that rejects a request because of its headers closes the connection immediately. */
  private static boolean serves(String headers) throws IOException {
    String request = "GET / HTTP/1.1\r\nHost: f\r\nConnection: close\r\n" + headers + "\r\n";
    try (Socket socket = function.connect()) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      String response = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(response).matches("(?s)|HTTP/1.1 200 .*hello");
      return !response.isEmpty();
    } catch (SocketException turnedAway) {
      assertThat(turnedAway).hasMessageMatching("Broken pipe|Connection reset.*");
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {HALF_A_HEAD, HALF_A_BODY})
  void cutsOffAnIncompleteRequest(String half) throws Exception {
    try (Socket socket = send(function, half)) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void aSlowRequestDoesNotDelayOthers() throws Exception {
    String patience = "-Dsun.net.httpserver.maxReqTime=300";
    try (FunctionProcess patient = FunctionProcess.serving(Map.of(), patience);
        Socket _ = send(patient, HALF_A_HEAD);
        Socket _ = send(patient, HALF_A_BODY)) {
      assertThat(patient.get("/").body()).isEqualTo("hello");
    }
  }

  @Test
  void cutsOffAnOverdueResponse() throws Exception {
    String impatience = "-Dsun.net.httpserver.maxRspTime=1";
    try (FunctionProcess impatient = FunctionProcess.serving(Map.of(), impatience);
        Socket socket = send(impatient, "GET /sleep?millis=300000 HTTP/1.1\r\nHost: f\r\n\r\n")) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  /** Two minutes are too long to wait in a test, and 40 ms could just as well be a busy machine. */
  @ParameterizedTest
  @CsvSource({"sun.net.httpserver.maxRspTime, 120", "sun.net.httpserver.nodelay, true"})
  void setsThePropertiesThatOnlyTimingWouldReveal(String property, String value) throws Exception {
    assertThat(function.get("/property?name=" + property).body()).isEqualTo(value);
  }

  private static Socket send(FunctionProcess to, String bytes) throws IOException {
    Socket socket = to.connect();
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    return socket;
  }
}
