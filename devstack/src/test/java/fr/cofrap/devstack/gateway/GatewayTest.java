package fr.cofrap.devstack.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.devstack.Patience;
import fr.cofrap.devstack.TestRepository;
import fr.cofrap.devstack.process.FreePort;
import fr.cofrap.devstack.process.Replicas;
import fr.cofrap.devstack.process.StartFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
  private static final String SCRIPT = "console.log('été')".repeat(10);
  @TempDir static Path temporary;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Upstream first;
  private static Upstream second;
  private static Gateway gateway;

  @BeforeAll
  static void open() throws IOException {
    first = new Upstream("first");
    second = new Upstream("second");
    Replicas one = new Replicas();
    one.add(first.address());
    Replicas two = new Replicas();
    two.add(first.address());
    two.add(second.address());
    Replicas unreachable = new Replicas();
    unreachable.add(URI.create("http://127.0.0.1:" + FreePort.choose() + "/"));
    gateway = Gateway.bind(0);
    gateway.serve(
        Map.of("one", one, "two", two, "none", new Replicas(), "unreachable", unreachable),
        frontend(temporary.resolve("frontend")),
        false,
        false);
  }

  @AfterAll
  static void close() throws Exception {
    gateway.close();
    first.close();
    second.close();
  }

  private static Path frontend(Path folder) throws IOException {
    Path pages = folder.resolve("dist");
    Files.createDirectories(pages.resolve("assets"));
    Files.writeString(pages.resolve("index.html"), "<!doctype html><title>COFRAP</title>");
    Files.writeString(pages.resolve("assets/main-1a2b3c.js"), SCRIPT);
    Files.writeString(folder.resolve("private.txt"), "not for you");
    Files.createSymbolicLink(pages.resolve("link.txt"), folder.resolve("private.txt"));
    copyHeaders(folder);
    return folder;
  }

  private static void copyHeaders(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("nginx"));
    Files.copy(TestRepository.HEADERS, folder.resolve("nginx/headers.conf"));
  }

  @ParameterizedTest
  @CsvSource({
    "/function/one, /",
    "/function/one/, /",
    "/function/one/a/b%20c?d=e%26f, /a/b%20c?d=e%26f",
    "/function/one?x=1, /?x=1"
  })
  void removesItsOwnPartOfThePath(String path, String seen) throws Exception {
    assertThat(get(path).body()).startsWith("first: GET " + seen + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"})
  void forwardsMethodAndBody(String method) throws Exception {
    HttpRequest request =
        to("/function/one").method(method, BodyPublishers.ofString("{\"a\":\"é\"}")).build();
    assertThat(send(request).body())
        .startsWith("first: " + method + " /\n")
        .endsWith("\n{\"a\":\"é\"}");
  }

  @Test
  void respondsToHeadWithoutABody() throws Exception {
    HttpResponse<String> response =
        send(to("/function/one").method("HEAD", BodyPublishers.noBody()).build());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void forwardsHeadersAndAddsItsOwn() throws Exception {
    String seen =
        send(to("/function/one").header("X-Own", "1").header("Content-Type", "a/b").build()).body();
    assertThat(seen)
        .contains("X-own: [1]", "Content-type: [a/b]", "X-forwarded-host: [127.0.0.1:")
        .containsPattern("X-call-id: \\[[0-9a-f-]{36}]")
        .containsPattern("X-forwarded-for: \\[127\\.0\\.0\\.1:\\d+]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Call-Id",
        "x-call-id",
        "X-FORWARDED-HOST",
        "X-Forwarded-Proto",
        "X-Forwarded-User",
        "Forwarded",
        "X-Real-IP",
        "X-Client-IP",
        "X-Cluster-Client-IP",
        "X-Original-Forwarded-For",
        "True-Client-IP",
        "CF-Connecting-IP"
      })
  void ignoresHeadersThatImpersonateAnotherCaller(String header) throws Exception {
    HttpResponse<String> response = send(to("/function/one").header(header, "forged").build());
    assertThat(response.body()).doesNotContain("forged");
    assertThat(response.headers().map().toString()).doesNotContain("forged");
  }

  /** Functions read the entry of the gateway, which is the last one whatever a client sends. */
  @ParameterizedTest
  @ValueSource(strings = {"forged", "forged, 192.0.2.7", "192.0.2.7:80,", ",", ""})
  void appendsTheClientToWhatItSaysOfItself(String forged) throws Exception {
    HttpRequest request =
        to("/function/one")
            .header("X-Forwarded-For", forged)
            .header("x-forwarded-FOR", "10.9.8.7")
            .build();
    assertThat(send(request).body())
        .containsPattern("X-forwarded-for: \\[.*10\\.9\\.8\\.7, 127\\.0\\.0\\.1:\\d+]\n");
  }

  @Test
  void servesThePagesTheSignUpSetting() throws Exception {
    HttpResponse<String> open = get("/settings.json");
    assertThat(open.body()).isEqualTo("{\"signUp\":\"open\"}\n");
    assertThat(open.headers().map())
        .containsEntry("content-type", List.of("application/json"))
        .containsEntry("cache-control", List.of("no-store"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsKey("content-security-policy");
    assertThat(send(to("/settings.json").POST(BodyPublishers.noBody()).build()).statusCode())
        .isEqualTo(405);
    try (Gateway closed = Gateway.bind(0)) {
      closed.serve(Map.of(), temporary.resolve("frontend"), false, true);
      URI settings = closed.address().resolve("settings.json");
      assertThat(send(HttpRequest.newBuilder(settings).build()).body())
          .isEqualTo("{\"signUp\":\"closed\"}\n");
    }
  }

  @Test
  void returnsEachCallIdInTheResponse() throws Exception {
    HttpResponse<String> one = get("/function/one");
    String id = one.headers().firstValue("X-Call-Id").orElseThrow();
    assertThat(one.body()).contains("X-call-id: [" + id + "]");
    assertThat(get("/function/one").headers().firstValue("X-Call-Id"))
        .isPresent()
        .isNotEqualTo(one.headers().firstValue("X-Call-Id"));
  }

  /** 127.0.0.2 is also this machine, but not the address that the gateway listens on. */
  @Test
  void listensOnLoopbackOnly() throws Exception {
    Set<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .collect(Collectors.toCollection(HashSet::new));
    others.add(InetAddress.ofLiteral("127.0.0.2"));
    others.remove(InetAddress.ofLiteral("127.0.0.1"));
    int port = gateway.address().getPort();
    for (InetAddress other : others) {
      assertThatThrownBy(() -> new Socket(other, port).close())
          .as("%s", other)
          .isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 400, 401, 403, 429, 500, 503})
  void returnsTheResponseUnchanged(int status) throws Exception {
    HttpResponse<String> response = get("/function/one/status/" + status);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Retry-After")).contains("7");
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("GET /status/" + status);
  }

  @Test
  void returnsAResponseWithoutABody() throws Exception {
    HttpResponse<String> response = get("/function/one/status/204");
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void takesTheReplicasInTurn() throws Exception {
    String one = get("/function/two").body();
    String other = get("/function/two").body();
    assertThat(one.substring(0, 5)).isNotEqualTo(other.substring(0, 5));
    assertThat(get("/function/two").body().substring(0, 5)).isEqualTo(one.substring(0, 5));
  }

  @ParameterizedTest
  @CsvSource({"nobody, 404", "none, 503", "unreachable, 502"})
  void explainsInTextThatAFunctionIsNotThere(String function, int status) throws Exception {
    HttpResponse<String> response = get("/function/" + function);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    assertThat(response.body()).contains(function).doesNotContain("Exception");
  }

  /** Longer than a connection without a request is kept. */
  @Test
  void waitsForAResponseUntilTheTimeLimit() throws Exception {
    Duration limit = Duration.ofSeconds(7);
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Gateway waiting = Gateway.bind(0, limit)) {
      Replicas replicas = new Replicas();
      replicas.add(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"));
      waiting.serve(Map.of("silent", replicas), temporary.resolve("frontend"), false, false);
      Instant before = Instant.now();
      HttpRequest request =
          HttpRequest.newBuilder(waiting.address().resolve("function/silent"))
              .timeout(Patience.LIMIT)
              .build();

      HttpResponse<String> response = send(request);

      assertThat(response.statusCode()).isEqualTo(504);
      assertThat(response.body()).contains("silent");
      assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(limit);
    }
  }

  @Test
  void acceptsOneMebibyteAndNoMore() throws Exception {
    String most = "x".repeat(1 << 20);
    assertThat(post(most).statusCode()).isEqualTo(200);
    assertThat(post(most + "x").statusCode()).isEqualTo(413);
    assertThat(post(most.repeat(8)).statusCode()).isEqualTo(413);
    assertThat(postInChunks(most).statusCode()).isEqualTo(200);
    assertThat(postInChunks(most.repeat(8)).statusCode()).isEqualTo(413);
  }

  @Test
  void rejectsALongBodyOnlyAfterReadingIt() throws IOException {
    String body = "x".repeat(8 << 20);
    String response =
        raw(
            "POST /function/one HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + ("Content-Length: " + body.length() + "\r\n\r\n" + body));
    assertThat(response).startsWith("HTTP/1.1 413");
  }

  @Test
  void servesThePageWithAStrictPolicy() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.body()).contains("<title>COFRAP</title>");
    assertThat(page.headers().map())
        .containsEntry("content-type", List.of("text/html;charset=utf-8"))
        .containsEntry("cache-control", List.of("no-store"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("referrer-policy", List.of("no-referrer"))
        .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
        .containsKey("permissions-policy");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
        .endsWith("frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void letsHashedAssetsBeCachedForEver() throws Exception {
    HttpResponse<String> script = get("/assets/main-1a2b3c.js");
    assertThat(script.body()).isEqualTo(SCRIPT);
    assertThat(script.headers().firstValue("Content-Type"))
        .contains("text/javascript; charset=utf-8");
    assertThat(script.headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
  }

  @Test
  void sendsHstsOnlyBehindTls() throws Exception {
    assertThat(get("/").headers().firstValue("Strict-Transport-Security")).isEmpty();
    try (Gateway behindTls = Gateway.bind(0)) {
      behindTls.serve(Map.of(), temporary.resolve("frontend"), true, false);
      for (String path : List.of("", "nothing", "function/none")) {
        URI uri = behindTls.address().resolve(path);
        assertThat(send(HttpRequest.newBuilder(uri).build()).headers().map())
            .containsEntry(
                "strict-transport-security", List.of("max-age=31536000; includeSubDomains"));
      }
    }
  }

  @Test
  void keepsThePageOutOfCachesWhateverItsPath() throws Exception {
    String response =
        raw("GET /assets/../index.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(response).startsWith("HTTP/1.1 200").containsIgnoringCase("Cache-Control: no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, true",
    "'br, GZIP', true",
    "gzip;q=0.5, true",
    "gzip;q=0.0, false",
    "br, false"
  })
  void compressesPagesForClientsThatAcceptIt(String accepted, boolean compressed) throws Exception {
    HttpRequest request =
        to("/assets/main-1a2b3c.js").header("Accept-Encoding", accepted).GET().build();
    HttpResponse<byte[]> script = CLIENT.send(request, BodyHandlers.ofByteArray());
    assertThat(script.headers().firstValue("Content-Encoding").isPresent()).isEqualTo(compressed);
    assertThat(script.headers().firstValue("Vary")).contains("Accept-Encoding");
    InputStream body = new ByteArrayInputStream(script.body());
    try (InputStream plain = compressed ? new GZIPInputStream(body) : body) {
      assertThat(new String(plain.readAllBytes(), UTF_8)).isEqualTo(SCRIPT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/../private.txt, 400",
    "/assets/../../private.txt, 400",
    "/%2e%2e/private.txt, 400",
    "/assets/%2e%2e%2f%2e%2e%2fprivate.txt, 400",
    "//etc/passwd, 400",
    "/%2fetc/passwd, 400",
    "/..%5cprivate.txt, 400",
    "/index.html%00.txt, 400",
    "/link.txt, 404",
    "/assets, 404",
    "/assets/, 404",
    "/nothing.html, 404"
  })
  void servesNothingButTheBuiltPages(String path, int status) throws Exception {
    String response =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(response)
        .startsWith("HTTP/1.1 " + status)
        .containsIgnoringCase("Cache-Control: no-store")
        .containsIgnoringCase("Content-Type: text/plain")
        .doesNotContain("not for you", "root:");
  }

  @Test
  void sendsTheSecurityHeadersWithErrorsToo() throws Exception {
    assertThat(get("/nothing.html").headers().map()).containsKey("content-security-policy");
  }

  @Test
  void finishesAnInFlightRequestWhenItIsClosed() throws Exception {
    Gateway closing = Gateway.bind(0);
    Replicas replicas = new Replicas();
    replicas.add(first.address());
    closing.serve(Map.of("one", replicas), temporary.resolve("frontend"), false, false);
    URI address = closing.address();
    URI held = address.resolve("function/one/held");
    var response = CLIENT.sendAsync(HttpRequest.newBuilder(held).build(), BodyHandlers.ofString());
    first.awaitHeldRequest();
    Thread closer = Thread.ofVirtual().start(closing::close);
    Patience.await(() -> refuses(address));
    // Enough for a gateway that does not wait to be gone, and far less than one that waits allows.
    closer.join(Duration.ofMillis(500));
    first.releaseHeldRequest();
    assertThat(response.get().statusCode()).isEqualTo(200);
    assertThat(closer.join(Patience.LIMIT)).isTrue();
  }

  private static boolean refuses(URI address) {
    try {
      new Socket(address.getHost(), address.getPort()).close();
      return false;
    } catch (IOException refused) {
      return true;
    }
  }

  @Test
  void rejectsAPostToAPage() throws Exception {
    HttpResponse<String> response = send(to("/").POST(BodyPublishers.ofString("x")).build());
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void doesNotTurnAMethodIntoAnotherOne() throws Exception {
    HttpRequest request = to("/function/one").method("post", BodyPublishers.ofString("{}")).build();
    assertThat(send(request).body()).startsWith("first: ").doesNotStartWith("first: POST");
  }

  /** More than a pool of platform threads would have. */
  @Test
  void slowClientsDoNotKeepOthersOut() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), gateway.address().getPort());
        slow.add(client);
        client
            .getOutputStream()
            .write(
                "POST /function/one HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf"
                    .getBytes(UTF_8));
      }
      HttpRequest request = to("/function/one").timeout(Duration.ofSeconds(30)).build();
      assertThat(send(request).statusCode()).isEqualTo(200);
    } finally {
      for (Socket client : slow) {
        client.close();
      }
    }
  }

  @Test
  void doesNotForwardAnExpectationThatItHasMet() throws Exception {
    HttpRequest request =
        to("/function/one").expectContinue(true).POST(BodyPublishers.ofString("{}")).build();
    HttpResponse<String> response = send(request);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body().toLowerCase(Locale.ROOT)).doesNotContain("expect:");
  }

  @Test
  void explainsWhatIsHereWhenThereAreNoPages() throws Exception {
    try (Gateway bare = Gateway.bind(0)) {
      Path notBuilt = temporary.resolve("not-built");
      copyHeaders(notBuilt);
      bare.serve(Map.of(), notBuilt, false, false);
      HttpResponse<String> page = send(HttpRequest.newBuilder(bare.address()).build());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("/function/NAME");
      URI settings = bare.address().resolve("settings.json");
      assertThat(send(HttpRequest.newBuilder(settings).build()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void namesThePortThatIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThatThrownBy(() -> Gateway.bind(taken.getLocalPort()))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("port " + taken.getLocalPort())
          .hasMessageContaining("PORT=")
          .hasMessageNotContaining("\n");
    }
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(gateway.address().resolve(path));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(to(path).build());
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return send(to("/function/one").POST(BodyPublishers.ofString(body)).build());
  }

  private static HttpResponse<String> postInChunks(String body) throws Exception {
    InputStream bytes = new ByteArrayInputStream(body.getBytes(UTF_8));
    return send(to("/function/one").POST(BodyPublishers.ofInputStream(() -> bytes)).build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  /** As no client would send it. */
  private static String raw(String request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), gateway.address().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
