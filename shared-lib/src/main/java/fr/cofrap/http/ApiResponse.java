package fr.cofrap.http;

import com.openfaas.model.IResponse;
import com.openfaas.model.Response;
import fr.cofrap.runtime.JsonText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A response: a status, a JSON object and headers. It must never be cached. */
public final class ApiResponse {
  private final int status;
  private final String contentType;
  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  private ApiResponse(int status, String contentType) {
    this.status = status;
    this.contentType = contentType;
    headers.put("Cache-Control", "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
  }

  /** A success; its first member is {@code "success": true}. */
  public static ApiResponse success(int status) {
    return new ApiResponse(status, "application/json; charset=utf-8").with("success", true);
  }

  /** A failure, as {@code application/problem+json} (RFC 9457). */
  public static ApiResponse failure(ErrorCode error, String detail) {
    return new ApiResponse(error.status(), "application/problem+json; charset=utf-8")
        .with("title", error.title())
        .with("status", error.status())
        .with("detail", detail)
        .with("error", error.code());
  }

  /** A failure whose detail is the same for every request. */
  public static ApiResponse failure(ErrorCode error) {
    return failure(error, error.advice());
  }

  /** Adds a member; null and an empty optional become null. */
  public ApiResponse with(String name, @Nullable Object value) {
    members.put(name, value instanceof Optional<?> optional ? optional.orElse(null) : value);
    return this;
  }

  /** Adds {@code Retry-After}: whole seconds, rounded up, at least 1 (RFC 9110, section 10.2.3). */
  public ApiResponse retryAfter(Duration wait) {
    long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
    return header("Retry-After", Long.toString(Math.max(1, seconds)));
  }

  ApiResponse header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  IResponse toResponse() {
    Response response = new Response();
    response.setStatusCode(status);
    response.setContentType(contentType);
    headers.forEach(response::setHeader);
    response.setBody(JsonText.object(members));
    return response;
  }
}
