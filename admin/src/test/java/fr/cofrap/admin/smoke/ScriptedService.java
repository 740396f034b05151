package fr.cofrap.admin.smoke;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An HTTP server in place of the functions, with responses that a test defines. */
final class ScriptedService implements AutoCloseable {
  private static final Map<String, Integer> SUCCESS =
      Map.of("generate-password", 201, "generate-2fa", 201, "authenticate-user", 200);
  private static final String SUCCEEDED =
      """
      {"success": true, "qrCode": {"size": [1]}, "password": "p\\"w", \
      "secret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"}\
      """;
  private static final String FAILED =
      """
      {"error": "unavailable", "detail": "Try again later."}\
      """;

  private final HttpServer server;
  private final Map<String, Deque<Integer>> statuses = new HashMap<>();
  private final Map<String, List<String>> bodies = new HashMap<>();
  private final Map<String, Runnable> effects = new HashMap<>();

  ScriptedService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** One after the other; the last one is repeated. */
  void respond(String function, Integer... all) {
    statuses.put(function, new ArrayDeque<>(Arrays.asList(all)));
  }

  /** What a function does before it responds. */
  void before(String function, Runnable effect) {
    effects.put(function, effect);
  }

  List<String> bodies(String function) {
    return bodies.getOrDefault(function, List.of());
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String function = path.replace("/function/", "");
    bodies
        .computeIfAbsent(function, _ -> new ArrayList<>())
        .add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    effects.getOrDefault(function, () -> {}).run();
    int status = path.equals("/") ? 200 : status(function);
    byte[] response = (status < 300 ? SUCCEEDED : FAILED).getBytes(UTF_8);
    exchange.sendResponseHeaders(status, response.length);
    exchange.getResponseBody().write(response);
    exchange.close();
  }

  private int status(String function) {
    Deque<Integer> scripted = statuses.getOrDefault(function, new ArrayDeque<>());
    return switch (scripted.size()) {
      case 0 -> SUCCESS.getOrDefault(function, 404);
      case 1 -> scripted.getFirst();
      default -> scripted.removeFirst();
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
