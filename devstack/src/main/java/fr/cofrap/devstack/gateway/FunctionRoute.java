package fr.cofrap.devstack.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import fr.cofrap.devstack.process.Replicas;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** {@code /function/<name>} and {@code /function/<name>/…}: finds the function, passes the call. */
final class FunctionRoute implements HttpHandler {
  private static final String PREFIX = "/function/";

  private final Map<String, Replicas> functions;
  private final Forwarding forwarding = new Forwarding();

  FunctionRoute(Map<String, Replicas> functions) {
    this.functions = Map.copyOf(functions);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath().substring(PREFIX.length());
    int slash = path.indexOf('/');
    String name = slash < 0 ? path : path.substring(0, slash);
    String rest = slash < 0 ? "/" : path.substring(slash);
    Replicas replicas = functions.get(name);
    if (replicas == null) {
      PlainText.send(exchange, 404, "error finding function " + name);
      return;
    }
    Optional<URI> replica = replicas.next();
    if (replica.isEmpty()) {
      PlainText.send(exchange, 503, "No endpoints available for: " + name + ".");
      return;
    }
    forwarding.pass(exchange, name, replica.get(), rest);
  }
}
