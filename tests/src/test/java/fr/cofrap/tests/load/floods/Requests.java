package fr.cofrap.tests.load.floods;

import fr.cofrap.tests.api.ApiRequest;
import fr.cofrap.tests.api.Operation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;

/** Requests to {@code authenticate-user}. */
final class Requests {
  /** More than a function takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Requests() {}

  static HttpRequest login(URI address, String username, String password, String code) {
    return request(
        address,
        ApiRequest.of(
            Operation.AUTHENTICATE_USER,
            Map.of("username", username, "password", password, "code", code)));
  }

  static HttpRequest of(URI address, String body) {
    return request(address, ApiRequest.of(Operation.AUTHENTICATE_USER, body));
  }

  private static HttpRequest request(URI address, ApiRequest request) {
    return HttpRequest.newBuilder(address)
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .POST(request.body())
        .build();
  }
}
