package fr.cofrap.tests.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.api.Json;
import fr.cofrap.tests.api.OpenApiDocument;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.api.ResponseCheck;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of every response accepts valid ones and detects each fault. */
class ResponseCheckTest {
  private static final ResponseCheck CHECK = new ResponseCheck(OpenApiDocument.read());
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/problem+json; charset=utf-8",
          "Cache-Control", "no-store",
          "X-Content-Type-Options", "nosniff",
          "Retry-After", "900");
  private static final Map<String, Object> BODY =
      Map.of(
          "title", "Too many wrong codes",
          "status", 429,
          "detail", "Too many wrong codes.",
          "error", "too_many_attempts");

  @Test
  void acceptsAValidResponse() {
    assertThatCode(() -> check(429, HEADERS, BODY)).doesNotThrowAnyException();
  }

  @Test
  void acceptsTheGatewaysOwnResponses() {
    Map<String, String> plain = Map.of("Content-Type", "text/plain; charset=utf-8");

    for (int status : new int[] {429, 500, 502, 503, 504}) {
      assertThatCode(() -> check(status, plain, BODY)).doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> check(401, plain, BODY)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> check(418, HEADERS, BODY)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Type, application/problem+json",
    "Content-Type, application/problem+json; charset=iso-8859-1",
    "Content-Type, application/json; charset=utf-8",
    "Content-Type, text/html; charset=utf-8",
    "Cache-Control, private",
    "X-Content-Type-Options, sniff",
    "Retry-After, 0",
    "Retry-After, soon",
  })
  void detectsAWrongHeader(String name, String value) {
    assertFault(with(HEADERS, name, value), BODY);
  }

  @ParameterizedTest
  @CsvSource({"Cache-Control", "X-Content-Type-Options", "Retry-After"})
  void detectsAMissingHeader(String name) {
    assertFault(without(HEADERS, name), BODY);
  }

  @Test
  void detectsAFaultInTheBody() {
    assertFault(HEADERS, with(BODY, "reason", "unknown user"));
    assertFault(HEADERS, with(BODY, "error", "too_many_sign_ups"));
    assertFault(HEADERS, with(BODY, "status", 401));
    assertFault(HEADERS, with(BODY, "success", true));
    assertFault(HEADERS, with(BODY, "title", ""));
    for (String member : BODY.keySet()) {
      assertFault(HEADERS, without(BODY, member));
    }
  }

  private static void assertFault(Map<String, String> headers, Map<String, ?> body) {
    assertThatThrownBy(() -> check(429, headers, body)).isInstanceOf(AssertionError.class);
  }

  private static void check(int status, Map<String, String> headers, Map<String, ?> body) {
    Map<String, List<String>> lists = new TreeMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    CHECK.check(
        new ApiResponse(
            Operation.AUTHENTICATE_USER,
            status,
            HttpHeaders.of(lists, (name, value) -> true),
            Json.write(body)),
        true);
  }

  private static <T> Map<String, T> with(Map<String, T> members, String name, T value) {
    Map<String, T> changed = new TreeMap<>(members);
    changed.put(name, value);
    return changed;
  }

  private static <T> Map<String, T> without(Map<String, T> members, String name) {
    Map<String, T> changed = new TreeMap<>(members);
    changed.remove(name);
    return changed;
  }
}
