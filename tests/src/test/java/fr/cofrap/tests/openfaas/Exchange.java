package fr.cofrap.tests.openfaas;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Ends an exchange with a response. */
final class Exchange {
  private Exchange() {}

  static void respond(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    if (!type.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    respond(exchange, status, text.getBytes(UTF_8));
  }

  static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, none ? -1 : body.length);
      if (!none) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}
