package fr.cofrap.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a response to the wire. */
final class ResponseWriter {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private ResponseWriter() {}

  /** The JDK's server reads -1 as "no body", and 0 as "a body of unknown length". */
  static void write(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] content = reply.body().getBytes(UTF_8);
    boolean bodiless = reply.status() == NO_CONTENT || reply.status() == NOT_MODIFIED;
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head && !bodiless) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
    }
    if (head || bodiless || content.length == 0) {
      exchange.sendResponseHeaders(reply.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(reply.status(), content.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(content);
    }
  }
}
