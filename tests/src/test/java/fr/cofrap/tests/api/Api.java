package fr.cofrap.tests.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.cofrap.tests.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The service's client. Every answer is held against the OpenAPI document before it is given. */
public final class Api {
  static {
    // Shorter than what servers keep, so that no request meets a connection about to be closed.
    System.setProperty("jdk.httpclient.keepalive.timeout", "5");
  }

  /** Long enough for any machine: whatever takes longer is hung. */
  public static final Duration HUNG = Duration.ofSeconds(60);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(HUNG).build();
  private static final ResponseCheck CHECK = new ResponseCheck(OpenApiDocument.read());

  private final Function<Operation, URI> addresses;
  private final Duration patience;

  private Api(Function<Operation, URI> addresses, Duration patience) {
    this.addresses = addresses;
    this.patience = patience;
  }

  /**
   * Tries again after a 503 for a while, as {@code Retry-After} asks, for tests of other things.
   */
  public static Api through(URI gateway) {
    return new Api(operation -> gateway.resolve(operation.path()), HUNG);
  }

  /** Straight to the processes of each function, one after the other. */
  public static Api inTurn(Function<Operation, List<URI>> processes) {
    AtomicInteger turn = new AtomicInteger();
    return new Api(
        operation -> {
          List<URI> all = processes.apply(operation);
          return all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
        },
        HUNG);
  }

  /** Straight to one process, past the gateway. */
  public static Api of(URI function) {
    return new Api(operation -> function, HUNG);
  }

  /** Gives the first answer, whatever it is. */
  public Api impatient() {
    return new Api(addresses, Duration.ZERO);
  }

  public ApiResponse call(Operation operation, Map<String, ?> members) {
    return send(ApiRequest.of(operation, members));
  }

  public ApiResponse send(ApiRequest call) {
    Instant end = Instant.now().plus(patience);
    ApiResponse answer = once(call);
    while (answer.status() == 503 && Instant.now().isBefore(end)) {
      Pause.of(
          Duration.ofSeconds(answer.header("Retry-After").isEmpty() ? 1 : answer.retryAfter()));
      answer = once(call);
    }
    return answer;
  }

  private ApiResponse once(ApiRequest call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(addresses.apply(call.operation()))
            .timeout(HUNG)
            .method(call.method(), call.body());
    if (call.contentType() != null) {
      request.header("Content-Type", call.contentType());
    }
    HttpResponse<String> response = exchange(request.build());
    ApiResponse answer =
        new ApiResponse(
            call.operation(), response.statusCode(), response.headers(), response.body());
    CHECK.check(answer, !call.method().equals("HEAD"));
    if (answer.isJson() && !answer.body().isEmpty()) {
      SeenSecrets.rememberAll(answer.json());
    }
    return answer;
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(request + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
