package fr.cofrap.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The headers that OpenFaaS' gateway adds to a call. A caller who sends them is believed. */
final class CallTags {
  private static final String CALL_ID = "X-Call-Id";

  private CallTags() {}

  /** What the call lacks. A call id that is given out here also goes into the answer. */
  static Map<String, String> missingIn(HttpExchange exchange) {
    Headers sent = exchange.getRequestHeaders();
    InetSocketAddress caller = exchange.getRemoteAddress();
    Map<String, String> tags = new HashMap<>();
    tags.put(CALL_ID, UUID.randomUUID().toString());
    tags.put("X-Forwarded-For", caller.getAddress().getHostAddress() + ":" + caller.getPort());
    if (sent.containsKey("Host")) {
      tags.put("X-Forwarded-Host", sent.getFirst("Host"));
    }
    tags.keySet().removeIf(sent::containsKey);
    if (tags.containsKey(CALL_ID)) {
      exchange.getResponseHeaders().set(CALL_ID, tags.get(CALL_ID));
    }
    return tags;
  }
}
