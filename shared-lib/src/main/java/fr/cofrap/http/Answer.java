package fr.cofrap.http;

import com.openfaas.model.IResponse;
import com.openfaas.model.Response;
import fr.cofrap.json.JsonWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One answer: a status, a JSON object, and headers. Nothing of it is ever cached. */
public final class Answer {
  private final int status;
  private final String contentType;
  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Answer(int status, String contentType) {
    this.status = status;
    this.contentType = contentType;
    headers.put("Cache-Control", "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
  }

  /** A success; its first member says so. */
  public static Answer success(int status) {
    return new Answer(status, "application/json; charset=utf-8").with("success", true);
  }

  /** A failure, as {@code application/problem+json} (RFC 9457). */
  public static Answer failure(Problem problem, String detail) {
    return new Answer(problem.status(), "application/problem+json; charset=utf-8")
        .with("title", problem.title())
        .with("status", problem.status())
        .with("detail", detail)
        .with("success", false)
        .with("error", problem.code());
  }

  /** A failure that is the same for everyone. */
  public static Answer failure(Problem problem) {
    return failure(problem, problem.advice());
  }

  /** A further member; null and the empty optional are written as null. */
  public Answer with(String name, @Nullable Object value) {
    members.put(name, value instanceof Optional<?> optional ? optional.orElse(null) : value);
    return this;
  }

  /**
   * The header that says when to try again: whole seconds, rounded up (RFC 9110, section 10.2.3).
   */
  public Answer retryAfter(Duration wait) {
    long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
    return header("Retry-After", Long.toString(Math.max(1, seconds)));
  }

  Answer header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  IResponse toResponse() {
    Response response = new Response();
    response.setStatusCode(status);
    response.setContentType(contentType);
    headers.forEach(response::setHeader);
    response.setBody(JsonWriter.object(members));
    return response;
  }
}
