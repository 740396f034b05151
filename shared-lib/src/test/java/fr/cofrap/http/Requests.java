package fr.cofrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openfaas.model.IResponse;
import fr.cofrap.runtime.HttpRequest;
import java.util.Map;
import java.util.Set;

/** An endpoint that returns the username it was sent, and requests to it. */
final class Requests {
  static final Endpoint ECHO =
      new StubEndpoint(
          Set.of("username", "renew"),
          body -> ApiResponse.success(200).with("username", body.username().value()));

  private Requests() {}

  static IResponse send(String method, Map<String, String> headers, byte[] body) {
    return ECHO.Handle(new HttpRequest(method, "/", null, headers, body));
  }

  static IResponse post(String contentType, byte[] body) {
    return send("POST", Map.of("Content-Type", contentType), body);
  }

  static IResponse postJson(String body) {
    return post("application/json", body.getBytes(UTF_8));
  }

  /** A valid request body, padded with blanks to this length. */
  static byte[] ofLength(int bytes) {
    String json = "{\"username\":\"alice\"}";
    return (json + " ".repeat(bytes - json.length())).getBytes(UTF_8);
  }
}
