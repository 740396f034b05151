package fr.cofrap.tests.openfaas;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.concurrent.Executors;

/**
 * What faas-netes is to the gateway, for containers on this machine: knows the functions' replicas,
 * and passes requests on to one that is ready.
 */
final class Provider implements AutoCloseable {
  static {
    // A connection that the gateway keeps must not be closed while it sends a request over it.
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
  }

  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final Replicas replicas;
  private final String authorization;

  private Provider(HttpServer server, Replicas replicas, String authorization) {
    this.server = server;
    this.replicas = replicas;
    this.authorization = authorization;
  }

  /**
   * Listens on a free port.
   *
   * @param credentials the user and the password that {@code /system/} asks for
   */
  static Provider listen(String address, Replicas replicas, String credentials) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(address, 0), BACKLOG);
      Provider provider = new Provider(server, replicas, basic(credentials));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/function/", provider::pass);
      server.createContext("/system/", provider::describe);
      server.createContext("/healthz", exchange -> Exchange.respond(exchange, 200, "", "OK"));
      server.start();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String basic(String credentials) {
    return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
  }

  URI uri() {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://" + address.getHostString() + ":" + address.getPort() + "/");
  }

  private void pass(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getRawPath().split("/", 4);
    Forwarding.pass(exchange, path[2], path.length > 3 ? path[3] : "", replicas);
  }

  private void describe(HttpExchange exchange) throws IOException {
    if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      Exchange.respond(exchange, 401, "", "");
      return;
    }
    String path = exchange.getRequestURI().getPath();
    String function = path.substring(path.lastIndexOf('/') + 1);
    if (path.equals("/system/namespaces")) {
      Exchange.respond(exchange, 200, "application/json", "[\"openfaas-fn\"]");
    } else if (path.equals("/system/functions")) {
      String all = replicas.functions().stream().map(replicas::status).toList().toString();
      Exchange.respond(exchange, 200, "application/json", all);
    } else if (replicas.knows(function)) {
      Exchange.respond(exchange, 200, "application/json", replicas.status(function));
    } else {
      Exchange.respond(exchange, 404, "", "");
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
