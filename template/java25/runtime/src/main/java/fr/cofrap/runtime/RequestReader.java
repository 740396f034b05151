package fr.cofrap.runtime;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a request off the wire, and never more of it than is allowed. */
final class RequestReader {
  private final int maxBodyBytes;

  RequestReader(int maxBodyBytes) {
    this.maxBodyBytes = maxBodyBytes;
  }

  /**
   * The request, or empty if its body is too long: detected from its Content-Length before any of
   * it is read, otherwise at the first byte past the limit.
   */
  Optional<HttpRequest> read(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    String length = headers.getFirst("Content-Length");
    if (length != null && Long.parseLong(length) > maxBodyBytes) {
      return Optional.empty();
    }
    byte[] body = exchange.getRequestBody().readNBytes(maxBodyBytes + 1);
    if (body.length > maxBodyBytes) {
      return Optional.empty();
    }
    return Optional.of(
        new HttpRequest(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            exchange.getRequestURI().getRawQuery(),
            joined(headers),
            body));
  }

  /** A repeated header equals one with the values joined by commas (RFC 9110, section 5.3). */
  private static Map<String, String> joined(Headers headers) {
    Map<String, String> joined = new HashMap<>();
    headers.forEach((name, values) -> joined.put(name, String.join(", ", values)));
    return joined;
  }
}
