package fr.cofrap.devstack.gateway;

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
import java.util.Set;

/**
 * Forwards a request to a function and returns its response: method, headers and body unchanged,
 * except for {@link CallTags}.
 */
final class Forwarding {
  private static final int MAX_BODY_BYTES = 1 << 20;
  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

  /** Headers of one connection (RFC 9110, 7.6.1), and those that HttpClient sets itself. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "proxy-connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "content-length",
          "expect",
          "host");

  static {
    // A kept connection must not be older than the 30 s after which a function closes it: a POST
    // that meets the closing is lost, for it cannot be sent twice.
    System.setProperty("jdk.httpclient.keepalive.timeout", "5");
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  void pass(HttpExchange exchange, String function, URI replica, String path) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      drain(exchange);
      PlainText.send(exchange, 413, "The body is longer than " + MAX_BODY_BYTES + " bytes.");
      return;
    }
    try {
      answer(
          exchange,
          client.send(request(exchange, replica, path, body), BodyHandlers.ofByteArray()));
    } catch (IllegalArgumentException e) {
      PlainText.send(exchange, 400, "The request cannot be passed on.");
    } catch (IOException e) {
      PlainText.send(exchange, 502, "Can't reach service for: " + function + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      PlainText.send(exchange, 502, "Can't reach service for: " + function + ".");
    }
  }

  private static HttpRequest request(HttpExchange exchange, URI replica, String path, byte[] body) {
    String query = exchange.getRequestURI().getRawQuery();
    URI target =
        URI.create(
            "http://" + replica.getRawAuthority() + path + (query == null ? "" : "?" + query));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(TIME_LIMIT)
            .method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))
              && !CallTags.reserves(name)) {
            values.forEach(value -> request.header(name, value));
          }
        });
    CallTags.of(exchange).forEach(request::header);
    return request.build();
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    response
        .headers()
        .map()
        .forEach((name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          boolean length = lower.equals("content-length");
          if (!OF_THE_CONNECTION.contains(lower)
              || (length && exchange.getRequestMethod().equals("HEAD"))) {
            exchange.getResponseHeaders().put(name, values);
          }
        });
    ContentTypes.takeRequestsWhereAbsent(exchange);
    Exchange.send(exchange, response.statusCode(), response.body());
  }

  /** Reads on for a while, so that the caller is done sending and sees the answer. */
  private static void drain(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().skip(16L * MAX_BODY_BYTES);
  }
}
