package fr.cofrap.runtime;

import com.openfaas.model.IResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A validated response, ready to be sent.
 *
 * @param status 200 to 599
 * @param headers by name, case-insensitive
 * @param body empty if there is none
 */
record Reply(int status, Map<String, String> headers, String body) {
  /**
   * A body is always text here. If no type is set, the gateway responds with the request's type.
   */
  private static final String DEFAULT_TYPE = "text/plain; charset=utf-8";

  /** Only the server decides how a message is framed (RFC 9112, sections 6 and 9). */
  private static final Set<String> FRAMING =
      Set.of(
          "connection", "content-length", "keep-alive", "trailer", "transfer-encoding", "upgrade");

  /** RFC 9110, section 5.6.2. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  /** RFC 9110, section 5.5, without obsolete line folding: no value can start a new line. */
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

  /**
   * Converts a handler's response; a null body counts as empty.
   *
   * @throws IllegalArgumentException for what HTTP does not allow: an invalid status or header
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
      throw new IllegalArgumentException("Not a final HTTP status: " + status);
    }
    String body = response.getBody();
    return new Reply(status, Collections.unmodifiableMap(headers), body == null ? "" : body);
  }

  /**
   * One of the runtime's own responses, which must not be cached or interpreted as another type.
   */
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
      throw new IllegalArgumentException("Invalid header name: " + name);
    }
    if (value == null || !VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("Invalid value of the header " + name);
    }
  }

  /** Without headers and body, which may hold credentials. */
  @Override
  public String toString() {
    return "Reply[" + status + ", " + body.length() + " characters]";
  }
}
