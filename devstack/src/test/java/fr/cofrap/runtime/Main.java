package fr.cofrap.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A small function with the command line of a real one: responds with what it was given. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    if (!Files.exists(Path.of(System.getenv("SECRETS_DIR"), "DB_PASSWORD"))) {
      System.out.println("{\"message\":\"The secret DB_PASSWORD is missing\"}");
      System.exit(1);
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 0);
    server.createContext("/_/ready", exchange -> respond(exchange, "{}"));
    server.createContext("/environment", exchange -> respond(exchange, environment()));
    server.createContext("/secrets", exchange -> respond(exchange, secrets()));
    server.createContext("/pid", exchange -> respond(exchange, "" + ProcessHandle.current().pid()));
    server.start();
    System.out.println("{\"message\":\"serving\",\"port\":" + server.getAddress().getPort() + "}");
  }

  private static int port() {
    return Integer.parseInt(System.getenv("HTTP_PORT"));
  }

  private static String environment() {
    return new TreeMap<>(System.getenv())
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("\n"));
  }

  private static String secrets() throws IOException {
    try (var files = Files.list(Path.of(System.getenv("SECRETS_DIR")))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().toString();
    }
  }

  private static void respond(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
