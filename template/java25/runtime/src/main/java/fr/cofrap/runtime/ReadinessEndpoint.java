package fr.cofrap.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;

/**
 * Responds to {@code GET /_/ready} with 200 while this process should get requests, else with 503.
 */
final class ReadinessEndpoint implements HttpHandler {
  static final String PATH = "/_/ready";

  private final Readiness readiness;

  ReadinessEndpoint(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    ResponseWriter.write(exchange, reply(exchange.getRequestMethod()));
  }

  private Reply reply(String method) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Problem.methodNotAllowed("GET, HEAD");
    }
    return readiness.isReady()
        ? Reply.own(200, "application/json; charset=utf-8", Map.of(), "{\"ready\":true}")
        : Problem.notReady();
  }
}
