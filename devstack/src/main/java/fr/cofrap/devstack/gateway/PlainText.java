package fr.cofrap.devstack.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** The gateway's own answers: text, never JSON, as those of OpenFaaS. */
final class PlainText {
  private PlainText() {}

  static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = (text + "\n").getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    Exchange.send(exchange, status, body);
  }
}
