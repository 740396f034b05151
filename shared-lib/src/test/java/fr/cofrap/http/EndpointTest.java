package fr.cofrap.http;

import static fr.cofrap.http.StubEndpoint.responseOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openfaas.model.IResponse;
import com.openfaas.model.Request;
import fr.cofrap.SeededRandom;
import fr.cofrap.Unavailable;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.UserId;
import fr.cofrap.keys.Keys;
import fr.cofrap.runtime.HttpRequest;
import fr.cofrap.sealing.SealBroken;
import fr.cofrap.sealing.SecretVault;
import fr.cofrap.totp.TotpSecret;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {
  private static final Logger LOG = Logger.getLogger("fr.cofrap.http");
  private static final byte[] VALID = Requests.ofLength(30);
  private static final byte[] TOO_LONG = Requests.ofLength(4097);
  private static final byte[] NOT_JSON = "hello".getBytes(UTF_8);

  @BeforeAll
  static void silenceTheLog() {
    LOG.setUseParentHandlers(false);
  }

  @AfterAll
  static void restoreTheLog() {
    LOG.setUseParentHandlers(true);
  }

  @Test
  void returnsWhatTheFunctionResponds() {
    IResponse response = Requests.postJson("{\"username\":\"Alice\"}");
    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getContentType()).isEqualTo("application/json; charset=utf-8");
    assertThat(response.getBody()).isEqualTo("{\"success\":true,\"username\":\"alice\"}");
    assertNotCacheable(response);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "post", "POST "})
  void rejectsOtherMethodsBeforeAnythingElse(String method) {
    IResponse response = Requests.send(method, Map.of("Content-Type", "text/plain"), TOO_LONG);
    assertFailure(response, 405, "method_not_allowed");
    assertThat(response.getHeader("Allow")).isEqualTo("POST");
  }

  @Test
  void verifiesSizeThenTypeThenContent() {
    assertFailure(Requests.post("text/plain", TOO_LONG), 413, "too_large");
    assertFailure(Requests.post("text/plain", NOT_JSON), 415, "unsupported_media_type");
    assertFailure(Requests.post("application/json", NOT_JSON), 400, "invalid_request");
  }

  @Test
  void acceptsUpTo4096Bytes() {
    byte[] longest = Requests.ofLength(4096);
    assertThat(Requests.post("application/json", longest).getStatusCode()).isEqualTo(200);
    assertFailure(Requests.post("application/json", TOO_LONG), 413, "too_large");
    assertFailure(Requests.post("application/json", Requests.ofLength(1 << 20)), 413, "too_large");
  }

  @Test
  void countsBytesAndNotCharacters() {
    byte[] body = ("{\"username\":\"" + "\u00E9".repeat(2041) + "\"}").getBytes(UTF_8);
    assertThat(body).hasSize(4097);
    assertFailure(Requests.post("application/json", body), 413, "too_large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        " application/json ",
        "application/json;charset=utf-8",
        "application/json; charset=UTF-8",
        "application/json ; charset=\"utf-8\"",
      })
  void acceptsJsonInUtf8(String contentType) {
    assertThat(Requests.post(contentType, VALID).getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text/plain",
        "text/plain; application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/jsonp",
        "application/problem+json",
        "text/json",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
        "application/json, text/plain",
        "application/json;charset=utf-8;charset=utf-16",
      })
  void rejectsOtherMediaTypes(String contentType) {
    assertFailure(Requests.post(contentType, VALID), 415, "unsupported_media_type");
  }

  @Test
  void rejectsARequestWithoutAMediaType() {
    assertFailure(Requests.send("POST", Map.of(), VALID), 415, "unsupported_media_type");
  }

  @Test
  void acceptsTheContentTypeHeaderInAnyCase() {
    assertThat(
            Requests.send("POST", Map.of("content-type", "application/json"), VALID)
                .getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void passesOnWhereARequestCameFrom() {
    assertThat(forwardedFor(Map.of("x-FORWARDED-for", "192.0.2.7, 10.0.0.1")))
        .isEqualTo("{\"success\":true,\"from\":\"192.0.2.7, 10.0.0.1\"}");
    assertThat(forwardedFor(Map.of())).isEqualTo("{\"success\":true,\"from\":null}");
  }

  private static String forwardedFor(Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    return new StubEndpoint(
            Set.of(), body -> ApiResponse.success(200).with("from", body.forwardedFor()))
        .Handle(new HttpRequest("POST", "/", null, all, "{}".getBytes(UTF_8))).getBody();
  }

  @Test
  void rejectsABodyThatIsNotUtf8() {
    String json = "{\"username\":\"\u00E9lise\"}";
    assertNotUtf8(json.getBytes(ISO_8859_1));
    assertNotUtf8(json.getBytes(UTF_16));
    assertNotUtf8(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', '}'});
    assertNotUtf8(new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'});
    assertNotUtf8(new byte[] {'{', '}', (byte) 0xE2, (byte) 0x82});
    assertNotUtf8(new byte[] {(byte) 0xFF, (byte) 0xFE});
  }

  private static void assertNotUtf8(byte[] body) {
    IResponse response = Requests.post("application/json", body);
    assertFailure(response, 400, "invalid_request");
    assertThat(response.getBody()).contains("The body is not valid UTF-8.");
  }

  @Test
  void rejectsAnEmptyBody() {
    assertFailure(Requests.post("application/json", new byte[0]), 400, "invalid_request");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "999, 1", "1000, 1", "1001, 2", "1999, 2", "2000, 2", "60001, 61", "0, 1"})
  void returns503WithWholeSecondsRoundedUpWhenUnavailable(long millis, String seconds) {
    IResponse response =
        responseOf(body -> {
          throw new Unavailable("secret reason", Duration.ofMillis(millis));
        });
    assertFailure(response, 503, "unavailable");
    assertThat(response.getHeader("Retry-After")).isEqualTo(seconds);
    assertThat(response.getBody()).doesNotContain("secret reason");
  }

  @Test
  void returns503ForAMissingKeyAndLeavesABrokenSealToTheRuntime() {
    SecretVault vault = new SecretVault(Keys.ring(1), new SeededRandom(1));
    SecretVault lacking = new SecretVault(Keys.ring(2), new SeededRandom(1));
    CredentialSetId set = new CredentialSetId(new UUID(1, 2));
    SealedSecret sealed =
        vault.seal(new TotpSecret(new byte[TotpSecret.BYTES]), new UserId(7), set);

    IResponse response = responseOf(body -> opened(lacking.open(sealed, new UserId(7), set)));

    assertFailure(response, 503, "unavailable");
    assertThat(response.getHeader("Retry-After")).isEqualTo("1");
    assertThat(response.getBody()).doesNotContain(Keys.key(1).id(), "user");
    assertThatThrownBy(() -> responseOf(body -> opened(vault.open(sealed, new UserId(8), set))))
        .isInstanceOf(SealBroken.class);
  }

  private static ApiResponse opened(TotpSecret secret) {
    throw new AssertionError("opened " + secret);
  }

  @ParameterizedTest
  @CsvSource({"PT1S, 1", "PT0.000000001S, 1", "PT15M, 900", "PT14M59.000000001S, 900"})
  void roundsRetryAfterUp(Duration wait, String seconds) {
    IResponse response =
        responseOf(body -> ApiResponse.failure(ErrorCode.TOO_MANY_ATTEMPTS).retryAfter(wait));
    assertFailure(response, 429, "too_many_attempts");
    assertThat(response.getHeader("Retry-After")).isEqualTo(seconds);
  }

  @Test
  void leavesUnexpectedExceptionsToTheRuntime() {
    assertThatThrownBy(() ->
            responseOf(body -> {
              throw new IllegalStateException("a fault");
            }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void requiresARequestThatHasAMethod() {
    assertThatThrownBy(() -> Requests.ECHO.Handle(new Request("{}", Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mapsEveryErrorCodeOfTheContract() {
    for (ErrorCode error : ErrorCode.values()) {
      IResponse response = responseOf(body -> ApiResponse.failure(error));
      assertFailure(response, error.status(), error.code());
    }
    assertThat(ErrorCode.values())
        .extracting(p -> p.status() + " " + p.code())
        .containsExactlyInAnyOrder(
            "400 invalid_request",
            "401 invalid_credentials",
            "401 invalid_ticket",
            "403 credentials_expired",
            "403 sign_up_closed",
            "405 method_not_allowed",
            "409 username_taken",
            "413 too_large",
            "415 unsupported_media_type",
            "429 too_many_attempts",
            "429 too_many_sign_ups",
            "503 unavailable");
  }

  private static void assertFailure(IResponse response, int status, String code) {
    assertThat(response.getStatusCode()).isEqualTo(status);
    assertThat(response.getContentType()).isEqualTo("application/problem+json; charset=utf-8");
    assertThat(response.getBody())
        .startsWith("{\"title\":\"")
        .contains(",\"status\":" + status + ",\"detail\":\"")
        .endsWith(",\"error\":\"" + code + "\"}");
    assertNotCacheable(response);
  }

  private static void assertNotCacheable(IResponse response) {
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void writesNullForNothingAndForAnEmptyOptional() {
    IResponse response =
        responseOf(body ->
            ApiResponse.success(200)
                .with("a", null)
                .with("b", Optional.empty())
                .with("c", Optional.of("d")));
    assertThat(response.getBody())
        .isEqualTo("{\"success\":true,\"a\":null,\"b\":null,\"c\":\"d\"}");
  }
}
