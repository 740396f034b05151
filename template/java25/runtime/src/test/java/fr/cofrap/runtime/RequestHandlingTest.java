package fr.cofrap.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients get over HTTP, all from one process, which must survive every request. */
final class RequestHandlingTest {
  private static final int MAX_BODY_BYTES = 1_000;
  private static FunctionProcess function;

  @BeforeAll
  static void start() throws IOException {
    function = FunctionProcess.serving(Map.of("MAX_BODY_BYTES", Integer.toString(MAX_BODY_BYTES)));
  }

  @AfterAll
  static void stop() {
    function.close();
  }

  /** Each of them waits in the handler for all the others. */
  @Test
  void servesAHundredRequestsConcurrently() {
    List<CompletableFuture<HttpResponse<String>>> calls =
        IntStream.range(0, 100)
            .mapToObj(i -> function.request("GET", "/gather", ""))
            .map(request -> function.client.sendAsync(request, BodyHandlers.ofString()))
            .toList();
    assertThat(calls).allSatisfy(call -> assertThat(call.join().body()).isEqualTo("together"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"})
  void passesEveryMethodAndItsBodyToTheHandler(String method) throws Exception {
    HttpResponse<String> response =
        function.send(
            method, "/describe?q=a%3Db=c%20d&q=second", "ünicode", "X-Test-Header", "seen");
    assertThat(response.body()).isEqualTo(method + " q=a=b=c d header=seen body=ünicode");
  }

  @Test
  void respondsToHeadWithTheLengthAndNoBody() throws Exception {
    HttpResponse<String> response = function.send("HEAD", "/", "");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("Content-Length")).hasValue("5");
  }

  @Test
  void joinsARepeatedHeader() throws Exception {
    assertThat(function.get("/describe", "X-Test-Header", "a", "X-Test-Header", "b").body())
        .contains("header=a, b ");
  }

  @Test
  void alwaysSetsAContentType() throws Exception {
    assertThat(function.get("/").headers().firstValue("Content-Type"))
        .hasValue("text/plain; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, MAX_BODY_BYTES})
  void acceptsABodyUpToTheLimit(int length) throws Exception {
    assertThat(function.send("POST", "/describe", "x".repeat(length)).body())
        .endsWith("body=" + "x".repeat(length));
  }

  @ParameterizedTest
  @ValueSource(ints = {MAX_BODY_BYTES + 1, 60_000, 2_000_000})
  void rejectsAnOversizedBodyByItsLength(int length) throws Exception {
    assertTooLarge(function.send("POST", "/", "x".repeat(length)));
  }

  @ParameterizedTest
  @ValueSource(ints = {MAX_BODY_BYTES + 1, 60_000, 2_000_000})
  void rejectsAnOversizedChunkedBody(int length) throws Exception {
    java.net.http.HttpRequest request =
        java.net.http.HttpRequest.newBuilder(function.uri("/"))
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length])))
            .build();
    assertTooLarge(function.client.send(request, BodyHandlers.ofString()));
  }

  @Test
  void rejectsAnOversizedBodyBeforeItArrives() throws Exception {
    try (Socket socket = function.connect()) {
      socket
          .getOutputStream()
          .write(
              "POST / HTTP/1.1\r\nHost: f\r\nContent-Length: 999999\r\n\r\n".getBytes(ISO_8859_1));
      byte[] start = socket.getInputStream().readNBytes(12);
      assertThat(new String(start, ISO_8859_1)).isEqualTo("HTTP/1.1 413");
    }
  }

  private static void assertTooLarge(HttpResponse<String> response) {
    assertProblem(response, 413, "too_large");
    assertThat(response.headers().firstValue("Connection")).hasValue("close");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/exception", "/error", "/stack", "/memory", "/null"})
  void respondsToAFailureWithA500AndLogsItOnce(String path) throws Exception {
    String callId = "call" + path.replace('/', '-');
    HttpResponse<String> response = function.get(path, "X-Call-Id", callId);
    assertProblem(response, 500, "internal_error");
    assertThat(response.body()).doesNotContain("line one", "Exception", "Error(");
    assertThat(function.awaitLinesOf(callId))
        .singleElement()
        .satisfies(line -> {
          assertThat(line).containsEntry("level", "SEVERE");
          assertThat((List<?>) line.get("stackTrace")).hasSizeBetween(2, 100);
        });
    assertThat(function.get("/").body()).isEqualTo("hello");
  }

  @Test
  void treatsANullBodyAsEmpty() throws Exception {
    HttpResponse<String> response = function.get("/null-body");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"201, 201", "204, 204", "304, 304", "418, 418", "599, 599", "600, 500", "100, 500"})
  void acceptsOnlyFinalStatuses(int returned, int received) throws Exception {
    HttpResponse<String> response = function.get("/status?code=" + returned);
    assertThat(response.statusCode()).isEqualTo(received);
    assertThat(function.get("/").body()).isEqualTo("hello");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Note, a%0d%0aSet-Cookie:%20b=c",
    "X-Note, a%0d%0a%20folded",
    "X-Note, a%0ab",
    "X-Note, %00",
    "X-Note, %E2%82%AC",
    "X-Note%0d%0aX-Other, a",
    "X%20Note, a",
    "%20, a"
  })
  void rejectsHeadersThatCouldSplitTheResponse(String name, String value) throws Exception {
    HttpResponse<String> response = function.get("/header?name=" + name + "&value=" + value);
    assertProblem(response, 500, "internal_error");
    assertThat(response.headers().map()).doesNotContainKeys("set-cookie", "x-other");
  }

  @ParameterizedTest
  @CsvSource({"Content-Length, 3", "transfer-encoding, chunked", "Connection, close"})
  void ignoresFramingHeadersOfTheHandler(String name, String value) throws Exception {
    HttpResponse<String> response = function.get("/header?name=" + name + "&value=" + value);
    assertThat(response.body()).isEqualTo("with a header");
    assertThat(response.headers().firstValue("Content-Length")).hasValue("13");
    assertThat(response.headers().map()).doesNotContainKeys("Transfer-Encoding", "Connection");
  }

  @Test
  void sendsTheHandlersHeaders() throws Exception {
    assertThat(function.get("/header?name=Retry-After&value=7").headers().firstValue("retry-after"))
        .hasValue("7");
  }

  @Test
  void logsAnyValueOnASingleLine() throws Exception {
    String nasty =
        "quote\" backslash\\ \r\n{\"level\":\"INFO\"}\u2028\u2029\u0085\u001b[2J\u007f\u202e é 🦊";
    function.send("POST", "/log", nasty, "X-Call-Id", "nasty-call");
    function.awaitLine("by number");
    assertThat(function.linesOf("nasty-call"))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .containsEntry("message", "noted")
                    .containsEntry("value", nasty)
                    .containsEntry("number", 7L)
                    .containsEntry("level", "INFO")
                    .containsEntry("logger", "com.openfaas.function.Handler"),
            line -> assertThat(line).containsEntry("message", "by number"));
  }

  @Test
  void logsOnlyWarningsOfOtherLoggers() throws Exception {
    function.get("/foreign-log");
    function.awaitLine("trouble");
    assertThat(function.lines()).noneMatch(line -> "chatter".equals(line.get("message")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"has space", "a,b", "{\"level\":1}", "ünicode"})
  void replacesAForgedCallId(String forged) throws Exception {
    assertReplaced(forged);
  }

  @Test
  void replacesAnOverlongCallId() throws Exception {
    assertReplaced("a".repeat(65));
  }

  private static void assertReplaced(String forged) throws Exception {
    String mark = "mark-" + forged.hashCode();
    try (Socket socket = function.connect()) {
      String head = "POST /log HTTP/1.1\r\nHost: f\r\nConnection: close\r\nX-Call-Id: ";
      socket
          .getOutputStream()
          .write(
              (head + forged + "\r\nContent-Length: " + mark.length() + "\r\n\r\n" + mark)
                  .getBytes(ISO_8859_1));
      assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
          .startsWith("HTTP/1.1 200");
    }
    assertThat(function.awaitLines("value", mark, 1))
        .singleElement()
        .satisfies(line -> assertThat((String) line.get("callId")).matches("[0-9a-f-]{36}"));
  }

  @Test
  void servesReadinessOnOnePathAndRejectsPost() throws Exception {
    assertThat(function.get(ReadinessEndpoint.PATH).body()).isEqualTo("{\"ready\":true}");
    HttpResponse<String> posted = function.send("POST", ReadinessEndpoint.PATH, "");
    assertProblem(posted, 405, "method_not_allowed");
    assertThat(posted.headers().firstValue("Allow")).hasValue("GET, HEAD");
    assertThat(function.get("/_/ready/more").body()).isEqualTo("hello");
  }

  private static void assertProblem(HttpResponse<String> response, int status, String error) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/problem+json; charset=utf-8");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(Json.object(response.body()))
        .containsOnlyKeys("title", "status", "detail", "error")
        .containsEntry("status", (long) status)
        .containsEntry("error", error);
  }
}
