package fr.cofrap.devstack.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Sends an answer whose body is known, and none where HTTP allows none. */
final class Exchange {
  private Exchange() {}

  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      boolean bodyAllowed = status != 204 && status != 304;
      if (exchange.getRequestMethod().equals("HEAD")) {
        if (bodyAllowed && !exchange.getResponseHeaders().containsKey("Content-Length")) {
          exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
        }
        exchange.sendResponseHeaders(status, -1);
      } else if (body.length == 0 || !bodyAllowed) {
        exchange.sendResponseHeaders(status, -1);
      } else {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }
}
