package fr.cofrap.devstack.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The built frontend. Without one, {@code /} says in plain text what is here. */
final class StaticFiles implements HttpHandler {
  private static final String NO_FRONTEND =
      "COFRAP: POST to /function/generate-password, /function/generate-2fa or"
          + " /function/authenticate-user. There is no frontend here yet.";

  private final Path folder;
  private final SecurityHeaders security;

  StaticFiles(Path folder, SecurityHeaders security) {
    this.folder = folder;
    this.security = security;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    security.addTo(exchange.getResponseHeaders());
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      PlainText.send(exchange, 405, "Only GET and HEAD here.");
      return;
    }
    String path = exchange.getRequestURI().getPath();
    Optional<Path> file = find(path.equals("/") ? "/index.html" : path);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    if (file.isPresent()) {
      send(exchange, file.get());
    } else if (path.equals("/")) {
      PlainText.send(exchange, 200, NO_FRONTEND);
    } else {
      PlainText.send(exchange, 404, "There is nothing here.");
    }
  }

  /** Only what really lies under the folder, whatever dots and links the path goes through. */
  private Optional<Path> find(String path) throws IOException {
    try {
      if (!Files.isDirectory(folder)) {
        return Optional.empty();
      }
      Path root = folder.toRealPath();
      Path file = root.resolve(path.substring(1)).normalize();
      if (!file.startsWith(root) || !Files.isRegularFile(file)) {
        return Optional.empty();
      }
      return Optional.of(file.toRealPath()).filter(real -> real.startsWith(root));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private void send(HttpExchange exchange, Path file) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    String name = file.getFileName().toString();
    headers.set("Content-Type", ContentTypes.of(name));
    if (file.startsWith(folder.toRealPath().resolve("assets"))) {
      // The build puts a hash of the content into these names.
      headers.set("Cache-Control", "public, max-age=31536000, immutable");
    }
    Exchange.send(exchange, 200, Compression.apply(exchange, name, Files.readAllBytes(file)));
  }
}
