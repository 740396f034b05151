package fr.cofrap.admin.smoke;

import fr.cofrap.admin.Failure;
import fr.cofrap.totp.TimeStep;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A running service, as its clients see it. Network policies may take effect some seconds after a
 * pod is ready. Until then requests fail, so they are repeated for up to a minute.
 *
 * @param pause how to wait
 */
record Service(URI gateway, InstantSource clock, Consumer<Duration> pause) {
  private static final Set<Integer> NOT_YET = Set.of(502, 503, 504);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration A_MOMENT = Duration.ofSeconds(2);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  /** One line about the page, or a {@link Failure} if it cannot be loaded. */
  String page(URI page) {
    Response response = send(page, HttpRequest.newBuilder(page).GET());
    if (response.status() != 200) {
      throw new Failure("%s: expected status 200, found %d".formatted(page, response.status()));
    }
    return "page: there";
  }

  Response post(String function, int expected, Supplier<Map<String, String>> body) {
    return repeat(function, expected, _ -> body.get(), _ -> A_MOMENT);
  }

  /** For a request whose body differs in each 30-second time step. */
  Response postOncePerTimeStep(
      String function, int expected, Function<Instant, Map<String, String>> body) {
    return repeat(function, expected, body, Service::untilNextStep);
  }

  private Response repeat(
      String function,
      int expected,
      Function<Instant, Map<String, String>> body,
      Function<Instant, Duration> wait) {
    Instant end = clock.instant().plus(PATIENCE);
    Response response = attempt(function, body);
    while (NOT_YET.contains(response.status()) && clock.instant().isBefore(end)) {
      pause.accept(wait.apply(clock.instant()));
      response = attempt(function, body);
    }
    if (response.status() != expected) {
      throw new Failure(
          "%s: expected status %d, found %d: %s"
              .formatted(function, expected, response.status(), response.describe()));
    }
    return response;
  }

  private Response attempt(String function, Function<Instant, Map<String, String>> body) {
    URI address = URI.create(gateway.toString().replaceFirst("/$", "") + "/function/" + function);
    return send(
        address,
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Response.json(body.apply(clock.instant())))));
  }

  private static Response send(URI address, HttpRequest.Builder request) {
    try {
      var response = CLIENT.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
      return new Response(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new Failure("no response from %s: %s".formatted(address, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }

  private static Duration untilNextStep(Instant now) {
    return Duration.between(
        now, Instant.ofEpochSecond((TimeStep.at(now).number() + 1) * TimeStep.SECONDS));
  }
}
