package fr.cofrap.tests.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.cofrap.tests.Http;
import fr.cofrap.tests.Pause;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The service's client. Checks every response against the OpenAPI document before returning it. */
public final class Api {
  /** Long enough for any machine: anything that takes longer has hung. */
  public static final Duration HUNG = Http.HUNG;

  private static final ResponseCheck CHECK = new ResponseCheck(OpenApiDocument.read());

  private final Function<Operation, URI> addresses;
  private final Duration patience;

  private Api(Function<Operation, URI> addresses, Duration patience) {
    this.addresses = addresses;
    this.patience = patience;
  }

  /**
   * Through the gateway. Retries after a 503 for a while, as {@code Retry-After} asks, for tests
   * that are not about outages.
   */
  public static Api through(URI gateway) {
    return new Api(operation -> gateway.resolve(operation.path()), HUNG);
  }

  /** Directly to the processes of each function, in turn. */
  public static Api inTurn(Function<Operation, List<URI>> processes) {
    AtomicInteger turn = new AtomicInteger();
    return new Api(
        operation -> {
          List<URI> all = processes.apply(operation);
          return all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
        },
        HUNG);
  }

  /** Directly to one process, bypassing the gateway. */
  public static Api of(URI function) {
    return new Api(operation -> function, HUNG);
  }

  /** Does not retry: returns the first response, whatever it is. */
  public Api impatient() {
    return new Api(addresses, Duration.ZERO);
  }

  public ApiResponse call(Operation operation, Map<String, ?> members) {
    return send(ApiRequest.of(operation, members));
  }

  public ApiResponse send(ApiRequest request) {
    Instant end = Instant.now().plus(patience);
    ApiResponse response = once(request);
    while (response.status() == 503 && Instant.now().isBefore(end)) {
      Pause.of(
          Duration.ofSeconds(response.header("Retry-After").isEmpty() ? 1 : response.retryAfter()));
      response = once(request);
    }
    return response;
  }

  private ApiResponse once(ApiRequest request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(addresses.apply(request.operation()))
            .timeout(HUNG)
            .method(request.method(), request.body());
    if (request.contentType() != null) {
      builder.header("Content-Type", request.contentType());
    }
    HttpResponse<String> received = Http.exchange(builder.build(), BodyHandlers.ofString(UTF_8));
    ApiResponse response =
        new ApiResponse(
            request.operation(), received.statusCode(), received.headers(), received.body());
    CHECK.check(response, !request.method().equals("HEAD"));
    if (response.isJson() && !response.body().isEmpty()) {
      SeenSecrets.rememberAll(response.json());
    }
    return response;
  }
}
