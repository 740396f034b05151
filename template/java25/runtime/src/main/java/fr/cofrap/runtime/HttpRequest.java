package fr.cofrap.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openfaas.model.IRequest;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, as the runtime hands it to a handler.
 *
 * <p>Adds what {@link IRequest} lacks: the method, the bytes of the body, case-insensitive header
 * names (RFC 9110, section 5.1) and query values that may contain {@code =}. Never prints its body,
 * query or headers, which may hold credentials.
 */
public final class HttpRequest implements IRequest {
  private final String method;
  private final String path;
  private final @Nullable String query;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * @param method the method as sent; methods are case-sensitive (RFC 9110, section 9.1)
   * @param path the path, still percent-encoded
   * @param query what follows the {@code ?}, still percent-encoded; null if there is none
   * @param headers the values by name; a repeated header's values are joined with a comma
   * @param body the body, empty if there is none; not copied, so it must not be modified
   */
  public HttpRequest(
      String method,
      String path,
      @Nullable String query,
      Map<String, String> headers,
      byte[] body) {
    TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = Collections.unmodifiableMap(byName);
    this.body = body;
  }

  /** A POST to {@code /} without a query, the body in UTF-8: what most handler tests need. */
  public static HttpRequest post(String contentType, String body) {
    return new HttpRequest(
        "POST", "/", null, Map.of("Content-Type", contentType), body.getBytes(UTF_8));
  }

  /**
   * The method of a request that came through this runtime.
   *
   * @throws IllegalArgumentException for any other implementation: {@link IRequest} has no method,
   *     and guessing one would let a GET pass for a POST
   */
  public static String methodOf(IRequest request) {
    if (request instanceof HttpRequest http) {
      return http.method();
    }
    throw new IllegalArgumentException(
        request.getClass().getName() + " does not provide its method");
  }

  /** The method as sent, for example {@code POST}. */
  public String method() {
    return method;
  }

  /** The bytes of the body, empty if there is none: the request's own array, not to be modified. */
  public byte[] bodyBytes() {
    return body;
  }

  /** The body decoded as UTF-8, with U+FFFD in place of malformed bytes. */
  @Override
  public String getBody() {
    return new String(body, UTF_8);
  }

  /** The headers, as an unmodifiable map with case-insensitive lookup. */
  @Override
  public Map<String, String> getHeaders() {
    return headers;
  }

  /** The value of the header with this name, which is case-insensitive, or null. */
  @Override
  public @Nullable String getHeader(String name) {
    return headers.get(name);
  }

  /** What follows the {@code ?}, still percent-encoded, or null. */
  @Override
  public @Nullable String getQueryRaw() {
    return query;
  }

  /** The decoded parameters of the query; the first value of a repeated name counts. */
  @Override
  public Map<String, String> getQuery() {
    return QueryParameters.parse(query);
  }

  /** The path, still percent-encoded. */
  @Override
  public String getPathRaw() {
    return path;
  }

  /** The path {@code /name/value/name/value…} as pairs, as {@code com.openfaas:model} reads it. */
  @Override
  public Map<String, String> getPath() {
    return PathParameters.parse(path);
  }

  @Override
  public String toString() {
    return method + " " + path + " (" + body.length + " bytes)";
  }
}
