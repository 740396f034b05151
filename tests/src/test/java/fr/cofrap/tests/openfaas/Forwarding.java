package fr.cofrap.tests.openfaas;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Passes calls on as faas-netes does: once, to any ready replica, with its own words on failure.
 */
final class Forwarding {
  static {
    // faas-netes lets go of idle connections after 120 ms; the client knows whole seconds.
    System.setProperty("jdk.httpclient.keepalive.timeout", "1");
    System.setProperty("jdk.httpclient.disableRetryConnect", "true");
  }

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** Those that the client sets by itself. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(60))
          .build();

  private Forwarding() {}

  static void pass(HttpExchange exchange, String function, String path, Replicas replicas)
      throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (!METHODS.contains(exchange.getRequestMethod())) {
      Exchange.answer(exchange, 405, "", "");
      return;
    }
    Optional<URI> replica = replicas.anyReady(function);
    if (replica.isEmpty()) {
      fail(exchange, 503, "No endpoints available for: " + function + ".");
      return;
    }
    try {
      answer(exchange, send(exchange, replica.get().resolve("/" + path), body));
    } catch (IOException e) {
      System.out.println(replica.get() + " failed: " + e);
      fail(exchange, 500, "Can't reach service for: " + function + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpResponse<byte[]> send(HttpExchange exchange, URI target, byte[] body)
      throws IOException, InterruptedException {
    String query = exchange.getRequestURI().getRawQuery();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(query == null ? target : URI.create(target + "?" + query))
            .timeout(Duration.ofSeconds(60))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  /** What has no type is given the request's, or the provider's own. */
  private static void answer(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    response
        .headers()
        .map()
        .forEach((name, values) -> {
          boolean head = exchange.getRequestMethod().equals("HEAD");
          String lower = name.toLowerCase(Locale.ROOT);
          if (!OF_THE_CONNECTION.contains(lower) || (head && lower.equals("content-length"))) {
            exchange.getResponseHeaders().put(name, values);
          }
        });
    if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      exchange.getResponseHeaders().set("Content-Type", type == null ? "text/plain" : type);
    }
    Exchange.answer(exchange, response.statusCode(), response.body());
  }

  private static void fail(HttpExchange exchange, int status, String text) throws IOException {
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    Exchange.answer(exchange, status, "text/plain; charset=utf-8", text + "\n");
  }
}
