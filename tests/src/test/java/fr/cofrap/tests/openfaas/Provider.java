package fr.cofrap.tests.openfaas;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Executors;

/**
 * What faas-netes is to the gateway, for containers on this machine: knows the functions' replicas,
 * and passes calls on to one that is ready.
 *
 * <p>Arguments: the address to listen on, the folder of {@link Replicas}, the folder of the
 * gateway's basic auth, and a file into which the port is written once it listens.
 */
public final class Provider {
  private final Replicas replicas;
  private final String authorization;

  private Provider(Replicas replicas, String authorization) {
    this.replicas = replicas;
    this.authorization = authorization;
  }

  /** Runs until it is ended. */
  static void main(String[] arguments) throws IOException {
    // A connection that the gateway keeps must not be closed while it sends a call over it.
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
    Path secrets = Path.of(arguments[2]);
    String credentials =
        read(secrets, "basic-auth-user") + ":" + read(secrets, "basic-auth-password");
    String basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    Provider provider = new Provider(Replicas.watching(Path.of(arguments[1])), basic);

    HttpServer server = HttpServer.create(new InetSocketAddress(arguments[0], 0), 1024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/function/", provider::pass);
    server.createContext("/system/", provider::tell);
    server.createContext("/healthz", exchange -> Exchange.answer(exchange, 200, "", "OK"));
    server.start();
    Files.writeString(Path.of(arguments[3]), server.getAddress().getPort() + "\n");
  }

  private static String read(Path folder, String name) throws IOException {
    return Files.readString(folder.resolve(name)).strip();
  }

  private void pass(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getRawPath().split("/", 4);
    Forwarding.pass(exchange, path[2], path.length > 3 ? path[3] : "", replicas);
  }

  private void tell(HttpExchange exchange) throws IOException {
    if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      Exchange.answer(exchange, 401, "", "");
      return;
    }
    String path = exchange.getRequestURI().getPath();
    String function = path.substring(path.lastIndexOf('/') + 1);
    if (path.equals("/system/namespaces")) {
      Exchange.answer(exchange, 200, "application/json", "[\"openfaas-fn\"]");
    } else if (path.equals("/system/functions")) {
      Exchange.answer(exchange, 200, "application/json", replicas.statuses().toString());
    } else if (replicas.knows(function)) {
      Exchange.answer(exchange, 200, "application/json", replicas.status(function));
    } else {
      Exchange.answer(exchange, 404, "", "");
    }
  }
}
