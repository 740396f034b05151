package fr.cofrap.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/** The runtime's own error responses, as {@code application/problem+json} (RFC 9457). */
final class Problem {
  private static final String TYPE = "application/problem+json; charset=utf-8";

  private Problem() {}

  static Reply internalError() {
    return reply(500, "Internal error", "The function failed.", "internal_error", Map.of());
  }

  static Reply tooLarge(int maxBodyBytes) {
    return reply(
        413,
        "Content too large",
        "The body must not exceed " + maxBodyBytes + " bytes.",
        "too_large",
        Map.of("Connection", "close"));
  }

  static Reply notReady() {
    return reply(
        503,
        "Unavailable",
        "The function is not ready.",
        "unavailable",
        Map.of("Retry-After", "1"));
  }

  static Reply methodNotAllowed(String allowed) {
    return reply(
        405,
        "Method not allowed",
        "Allowed here: " + allowed + ".",
        "method_not_allowed",
        Map.of("Allow", allowed));
  }

  private static Reply reply(
      int status, String title, String detail, String error, Map<String, String> headers) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("title", title);
    members.put("status", status);
    members.put("detail", detail);
    members.put("error", error);
    return Reply.own(status, TYPE, headers, JsonText.object(members));
  }
}
