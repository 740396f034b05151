package fr.cofrap.runtime;

import com.openfaas.model.IResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A checked answer, ready to be sent.
 *
 * @param status 200 to 599
 * @param headers by name, without regard to case
 * @param body empty where there is none
 */
record Reply(int status, Map<String, String> headers, String body) {
  /**
   * A body is always text here. The gateway would answer with the request's type if none is set.
   */
  private static final String DEFAULT_TYPE = "text/plain; charset=utf-8";

  /** How a message is framed is for the server alone to say (RFC 9112, sections 6 and 9). */
  private static final Set<String> FRAMING =
      Set.of(
          "connection", "content-length", "keep-alive", "trailer", "transfer-encoding", "upgrade");

  /** RFC 9110, section 5.6.2. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  /** RFC 9110, section 5.5, without obsolete line folding: no value can end its line. */
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

  /**
   * What a handler answered; a null body is an empty one.
   *
   * @throws IllegalArgumentException for what is no HTTP: a status or a header out of bounds
   */
  static Reply from(IResponse response) {
    TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (response.getHeaders() != null) {
      headers.putAll(response.getHeaders());
    }
    if (response.getContentType() != null && !response.getContentType().isBlank()) {
      headers.put("Content-Type", response.getContentType());
    }
    headers.putIfAbsent("Content-Type", DEFAULT_TYPE);
    headers.keySet().removeIf(name -> FRAMING.contains(name.toLowerCase(Locale.ROOT)));
    headers.forEach(Reply::check);
    int status = response.getStatusCode();
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("No final HTTP status: " + status);
    }
    String body = response.getBody();
    return new Reply(status, Collections.unmodifiableMap(headers), body == null ? "" : body);
  }

  /** An answer of the runtime's own, which nobody may keep or take for another type. */
  static Reply own(int status, String type, Map<String, String> headers, String body) {
    TreeMap<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    all.put("Content-Type", type);
    all.put("Cache-Control", "no-store");
    all.put("X-Content-Type-Options", "nosniff");
    return new Reply(status, Collections.unmodifiableMap(all), body);
  }

  private static void check(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("No header name: " + name);
    }
    if (value == null || !VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("The header " + name + " has no valid value");
    }
  }

  /** Without headers and body, which may hold credentials. */
  @Override
  public String toString() {
    return "Reply[" + status + ", " + body.length() + " characters]";
  }
}
