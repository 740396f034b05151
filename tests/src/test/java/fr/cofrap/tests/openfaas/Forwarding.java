package fr.cofrap.tests.openfaas;

import com.sun.net.httpserver.HttpExchange;
import fr.cofrap.tests.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Passes requests on as faas-netes does: once, to any ready replica, with its own words on failure.
 * Like faas-netes, it soon closes idle connections.
 */
final class Forwarding {
  private static final System.Logger LOG = System.getLogger(Forwarding.class.getName());

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** Those that the client sets by itself. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private Forwarding() {}

  static void pass(HttpExchange exchange, String function, String path, Replicas replicas)
      throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (!METHODS.contains(exchange.getRequestMethod())) {
      Exchange.respond(exchange, 405, "", "");
      return;
    }
    Optional<URI> replica = replicas.anyReady(function);
    if (replica.isEmpty()) {
      fail(exchange, 503, "No endpoints available for: " + function + ".");
      return;
    }
    HttpResponse<byte[]> response;
    try {
      response = send(exchange, replica.get().resolve("/" + path), body);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.INFO, () -> replica.get() + " failed: " + e);
      fail(exchange, 500, "Can't reach service for: " + function + ".");
      return;
    }
    respond(exchange, response);
  }

  private static HttpResponse<byte[]> send(HttpExchange exchange, URI target, byte[] body)
      throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(query == null ? target : URI.create(target + "?" + query))
            .timeout(Http.HUNG)
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return Http.send(request.build(), BodyHandlers.ofByteArray());
  }

  /** A response without a type gets the request's, or the provider's own. */
  private static void respond(HttpExchange exchange, HttpResponse<byte[]> response)
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
    Exchange.respond(exchange, response.statusCode(), response.body());
  }

  private static void fail(HttpExchange exchange, int status, String text) throws IOException {
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    Exchange.respond(exchange, status, "text/plain; charset=utf-8", text + "\n");
  }
}
