package fr.cofrap.devstack.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The headers that identify a caller to a function, and a request in the logs.
 *
 * <p>Only this gateway sets them. OpenFaaS' gateway trusts callers that send them; here, nothing
 * that would let a caller impersonate someone else is passed on.
 */
final class CallTags {
  private static final String CALL_ID = "X-Call-Id";

  private static final Set<String> NEVER_TRUSTED =
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

  /** Whether callers may not set this header; if so, it is not passed on. */
  static boolean reserves(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("x-forwarded-") || NEVER_TRUSTED.contains(lower);
  }

  /** What a function is told about this request. The call ID also goes into the response. */
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
