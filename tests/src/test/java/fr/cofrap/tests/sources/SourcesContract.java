package fr.cofrap.tests.sources;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Http;
import fr.cofrap.tests.Pause;
import fr.cofrap.tests.api.Json;
import fr.cofrap.tests.user.Person;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * With three sign-ups per source, minute and replica: a stranger uses them up, whatever address it
 * claims, and a person elsewhere signs up at the first attempt.
 */
abstract class SourcesContract {
  static final String THREE_PER_SOURCE = "SIGN_UPS_PER_SOURCE=3";

  /** Ten minutes for the record in {@code docs/proofs/floods.md}. */
  private static final Duration FLOOD =
      Duration.ofSeconds(Integer.getInteger("cofrap.flood.seconds", 5));

  private static final int CONNECTIONS = 4;

  /** Together they stay below what all replicas accept in a minute. */
  private static final Duration BETWEEN_PEOPLE = Duration.ofSeconds(2);

  /** More than all replicas accept in a minute; each is rejected in milliseconds. */
  private static final int ENOUGH = 500;

  /** What a client may send to pass for others, the last for a person. */
  private static final List<String> FORGED =
      List.of("", "10.9.8.7", "10.9.8.7, 10.9.8.6", ",", "unknown", "[::1]:80", "127.0.0.77");

  /** Sends a request from an address of this machine, as it arrives in this installation. */
  abstract HttpResponse<String> send(String address, String forged, HttpRequest.Builder request);

  abstract URI function();

  @Test
  void aStrangerDoesNotKeepAPersonOut() {
    expectLimit(() -> signUp("127.0.0.71", "", Person.freshName()));

    assertThat(signUp("127.0.0.77", "", Person.freshName()).statusCode()).isEqualTo(201);
  }

  @Test
  @SuppressWarnings("SystemOut")
  void aStrangerKeepsNobodyOutForAsLongAsTheyLike() {
    AtomicBoolean stopped = new AtomicBoolean();
    LongAdder sent = new LongAdder();
    List<Integer> people = new ArrayList<>();
    try (ExecutorService stranger = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        stranger.execute(() -> {
          while (!stopped.get()) {
            sent.increment();
            try {
              signUp("127.0.0.74", "", Person.freshName());
            } catch (UncheckedIOException e) {
              // A stranger goes on.
            }
          }
        });
      }
      try {
        Instant end = Instant.now().plus(FLOOD);
        while (Instant.now().isBefore(end)) {
          people.add(signUp(person(people.size()), "", Person.freshName()).statusCode());
          Pause.of(BETWEEN_PEOPLE);
        }
      } finally {
        stopped.set(true);
      }
    }
    System.out.printf(
        "%d people signed up beside %d requests of a stranger in %d s%n",
        people.size(), sent.sum(), FLOOD.toSeconds());
    assertThat(people).isNotEmpty().containsOnly(201);
  }

  /** Another address for each, so that none of them reaches the limit of a source. */
  private static String person(int number) {
    return "127.0.%d.%d".formatted(1 + number / 250, 1 + number % 250);
  }

  @Test
  void aForgedChainGainsNothingAndHarmsNobody() {
    AtomicInteger next = new AtomicInteger();
    expectLimit(
        () -> signUp("127.0.0.72", "10.9.8." + next.incrementAndGet() % 256, Person.freshName()));
    for (String forged : FORGED) {
      expectLimit(() -> signUp("127.0.0.72", forged, Person.freshName()));
    }

    assertThat(signUp("127.0.0.77", "127.0.0.72", Person.freshName()).statusCode()).isEqualTo(201);
  }

  @Test
  void namesCannotBeProbedAtARate() {
    String taken = Person.freshName();
    assertThat(signUp("127.0.0.78", "", taken).statusCode()).isEqualTo(201);

    HttpResponse<String> limited = expectLimit(() -> signUp("127.0.0.73", "", taken));

    assertThat(Json.read(limited.body()).path("error").asString()).isEqualTo("too_many_sign_ups");
    assertThat(Integer.parseInt(limited.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 60);
  }

  private HttpResponse<String> signUp(String address, String forged, String name) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(function())
            .timeout(Http.HUNG)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(Map.of("username", name))));
    return send(address, forged, request);
  }

  private static HttpResponse<String> expectLimit(Supplier<HttpResponse<String>> signUp) {
    for (int i = 0; i < ENOUGH; i++) {
      HttpResponse<String> response = signUp.get();
      assertThat(response.statusCode()).isIn(201, 409, 429);
      if (response.statusCode() == 429) {
        return response;
      }
    }
    throw new AssertionError("not limited after " + ENOUGH + " sign-ups");
  }

  /** Sends it with the chain of a proxy that has appended its client. */
  static HttpResponse<String> sendAsProxy(
      String client, String forged, HttpRequest.Builder request) {
    request.header("X-Forwarded-For", forged.isEmpty() ? client : forged + ", " + client);
    return Http.exchange(request.build(), BodyHandlers.ofString());
  }
}
