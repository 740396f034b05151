package fr.cofrap.devstack.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.cofrap.devstack.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A server that echoes the request, with the status that its path names. */
final class Upstream implements AutoCloseable {
  private final String name;
  private final HttpServer server;
  private final CountDownLatch holding = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  Upstream(String name) throws IOException {
    this.name = name;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::echo);
    server.createContext("/held", this::hold);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  void awaitHeldRequest() throws InterruptedException {
    assertThat(holding.await(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  void releaseHeldRequest() {
    released.countDown();
  }

  private void hold(HttpExchange exchange) throws IOException {
    holding.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    echo(exchange);
  }

  private void echo(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = describe(exchange).getBytes(UTF_8);
      String path = exchange.getRequestURI().getPath();
      int status =
          path.startsWith("/status/") ? Integer.parseInt(path.substring("/status/".length())) : 200;
      exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
      exchange.getResponseHeaders().set("Retry-After", "7");
      boolean bare = status == 204 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, bare ? -1 : body.length);
      if (!bare) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private String describe(HttpExchange exchange) throws IOException {
    String headers =
        exchange.getRequestHeaders().entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue())
            .collect(Collectors.joining("\n"));
    return "%s: %s %s\n%s\n%s"
        .formatted(
            name,
            exchange.getRequestMethod(),
            exchange.getRequestURI(),
            headers,
            new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
