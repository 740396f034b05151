package fr.cofrap.devstack.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;

/** Which Content-Type an answer has. */
final class ContentTypes {
  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("map", "application/json; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml; charset=utf-8"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"));

  private ContentTypes() {}

  static String of(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1);
    return BY_ENDING.getOrDefault(ending, "application/octet-stream");
  }

  /** OpenFaaS gives an answer without a type the request's, and text where that has none. */
  static void takeRequestsWhereAbsent(HttpExchange exchange) {
    if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
      String asked = exchange.getRequestHeaders().getFirst("Content-Type");
      exchange.getResponseHeaders().set("Content-Type", asked == null ? "text/plain" : asked);
    }
  }
}
