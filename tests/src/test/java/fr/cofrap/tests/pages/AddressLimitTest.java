package fr.cofrap.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.api.RawRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What nginx accepts of one address: here one request a second, five more at once, and five
 * connections. The tests are a proxy in front of it, so they choose the addresses.
 */
@Tag("images")
class AddressLimitTest {
  private static final String FUNCTION = "/function/generate-password";
  private static final String PERSON = "203.0.113.7";

  /** Far more than any machine can send in the seconds that it takes to be rejected. */
  private static final int ENOUGH = 2_000;

  private final Frontend frontend =
      Frontend.start("1000", Map.of("REQUESTS_PER_SECOND", "1", "TRUSTED_PROXIES", "2"));

  @AfterEach
  void close() {
    frontend.close();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7, 192.0.2.8",
    "192.0.2.7:10%d, ::ffff:192.0.2.7, ::ffff:192.0.2.8",
    "2001:db8:1:2::%x, 2001:db8:1:2:a:b:c:%x, 2001:db8:1:3:a:b:c:1",
    "[2001:db8:1:2::%x]:80, [2001:db8:1:2:a:b:c:%x]:80, [2001:db8:1:3:a:b:c:1]:80",
    "2001:db8::%x, 2001:db8::a:%x, 2001:db8:0:1::1",
    "not an address, unknown, 203.0.113.7",
  })
  void limitsAnAddressWhateverItSaysOfItself(String form, String other, String neighbour) {
    expectLimit(i -> "10.0.0.%d, ".formatted(i % 250) + form.formatted(i % 16));
    expectLimit(i -> other.formatted(i % 16));

    request(neighbour).expect(201);
  }

  @Test
  void rejectsInTheFormOfTheFunctions() {
    expectLimit(i -> "192.0.2.7")
        .expect("Retry-After", "1")
        .expect("Content-Type", "application/problem+json; charset=utf-8")
        .expect("Cache-Control", "no-store")
        .expect(
            "{\"title\":\"Too many requests\",\"status\":429,\"detail\":\"Try again after the number"
                + " of seconds in Retry-After.\",\"error\":\"too_many_requests\"}")
        .expectSecurityHeaders();
  }

  @Test
  void limitsNeitherPagesNorWhatTheyNeed() {
    for (int i = 0; i < 60; i++) {
      frontend.request("/").with("X-Forwarded-For", "192.0.2.7").get().expect(200);
      frontend.request("/settings.json").with("X-Forwarded-For", "192.0.2.7").get().expect(200);
    }
    request("192.0.2.7").expect(201);
  }

  /** Their bodies do not come, so that they stay in progress. */
  @Test
  void limitsTheConnectionsOfAnAddress() {
    List<RawRequest> open = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        open.add(beginning("Expect: 100-continue").awaitContinue());
      }
      try (RawRequest sixth = beginning("Accept: */*")) {
        assertThat(sixth.response().status()).isEqualTo(429);
      }
      request(PERSON).expect(201);
    } finally {
      open.forEach(RawRequest::close);
    }
  }

  /** A request of one address without its body. */
  private RawRequest beginning(String header) {
    return RawRequest.to(frontend.address())
        .line("POST " + FUNCTION + " HTTP/1.1")
        .line("Host: pages")
        .line("Connection: close")
        .line("X-Forwarded-For: 192.0.2.7")
        .line("Content-Length: 2")
        .line(header)
        .line("");
  }

  /** Sends requests until one is rejected. */
  private PageResponse expectLimit(IntFunction<String> chain) {
    for (int i = 0; i < ENOUGH; i++) {
      PageResponse response = request(chain.apply(i)).expect(201, 429);
      if (response.http().statusCode() == 429) {
        return response;
      }
    }
    throw new AssertionError("not limited after " + ENOUGH + " requests of " + chain.apply(0));
  }

  private PageResponse request(String chain) {
    return frontend.request(FUNCTION).with("X-Forwarded-For", chain).post("{}");
  }
}
