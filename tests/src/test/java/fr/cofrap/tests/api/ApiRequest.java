package fr.cofrap.tests.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request, which may be invalid in any way. */
public record ApiRequest(
    Operation operation, String method, @Nullable String contentType, BodyPublisher body) {
  public static ApiRequest of(Operation operation, Map<String, ?> members) {
    return of(operation, Json.write(members));
  }

  public static ApiRequest of(Operation operation, String body) {
    return of(operation, body.getBytes(UTF_8));
  }

  public static ApiRequest of(Operation operation, byte[] body) {
    return new ApiRequest(operation, "POST", "application/json", BodyPublishers.ofByteArray(body));
  }

  public ApiRequest withMethod(String other) {
    return new ApiRequest(operation, other, contentType, body);
  }

  public ApiRequest withContentType(@Nullable String other) {
    return new ApiRequest(operation, method, other, body);
  }
}
