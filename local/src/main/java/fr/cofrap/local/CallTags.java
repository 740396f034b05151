package fr.cofrap.local;

import com.sun.net.httpserver.HttpExchange;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The headers by which a function knows its caller, and the logs a call.
 *
 * <p>Only this gateway sets them. OpenFaaS' gateway believes callers who send them; here nothing
 * that a caller could use to pass for someone else goes any further.
 */
final class CallTags {
  private static final String CALL_ID = "X-Call-Id";

  private static final Set<String> NEVER_BELIEVED =
      Set.of(
          "x-call-id",
          "forwarded",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "x-original-forwarded-for",
          "true-client-ip",
          "cf-connecting-ip");

  private CallTags() {}

  /** Whether callers may not send this header, so that it is not passed on. */
  static boolean reserves(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("x-forwarded-") || NEVER_BELIEVED.contains(lower);
  }

  /** What a function learns of this call. Its id also goes into the response. */
  static Map<String, String> of(HttpExchange exchange) {
    InetSocketAddress caller = exchange.getRemoteAddress();
    String callId = UUID.randomUUID().toString();
    Map<String, String> tags = new HashMap<>();
    tags.put(CALL_ID, callId);
    tags.put("X-Forwarded-For", caller.getAddress().getHostAddress() + ":" + caller.getPort());
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host != null) {
      tags.put("X-Forwarded-Host", host);
    }
    exchange.getResponseHeaders().set(CALL_ID, callId);
    return tags;
  }
}
