package fr.cofrap.tests.pages;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests to the functions: what the gateway gets of them, and what comes back. */
@EachUser
class FunctionRequestsTest {
  private static final int MOST = 16_384;

  private final Frontend frontend;

  FunctionRequestsTest(Frontend frontend) {
    this.frontend = frontend;
  }

  @Test
  void onlyBodyContentTypeAndTheChainOfProxiesArePassedOn() {
    String body = "{\"username\": \"michel.ranu\", \"password\": \"a\\b\"}";

    frontend
        .request("/function/generate-password")
        .with("Content-Type", "application/json")
        .with("Accept-Encoding", "gzip")
        .with("X-Forwarded-Proto", "https")
        .with("Cookie", "a=b")
        .with("X-Call-Id", "forged")
        .with("X-Forwarded-For", "10.9.8.7")
        .post(body)
        .expect(201)
        .expect("X-Asked", "POST /function/generate-password application/json " + body)
        .expect(
            "X-Received",
            "call id [] for [10.9.8.7, %s] cookie [] proto [] over HTTP/1.1"
                .formatted(frontend.network().gateway()));
  }

  /** Whatever a client sends, the last entry is the one that functions read. */
  @Test
  void aForgedChainEndsWithTheClient() {
    for (String forged : List.of("", ",", "10.9.8.7,", "10.9.8.7, 10.9.8.6", "a\tb")) {
      PageResponse response =
          frontend
              .request("/function/generate-password")
              .with("X-Forwarded-For", forged)
              .andAlso("x-forwarded-for", "10.1.1.1")
              .post("{}")
              .expect(201);

      assertThat(response.headers("X-Received"))
          .singleElement()
          .asString()
          .contains("10.1.1.1, %s] cookie".formatted(frontend.network().gateway()));
    }
  }

  @Test
  void aSuccessComesBackAsItIs() {
    frontend
        .request("/function/generate-password")
        .with("Accept-Encoding", "gzip")
        .with("X-Forwarded-Proto", "https")
        .post("{}")
        .expect(201)
        .expect("{\"username\": \"michel.ranu\", \"password\": \"000000000000000000000000\"}")
        .expect("X-Call-Id", "made-by-the-gateway")
        .expect("Content-Type", "application/json; charset=utf-8")
        .expectNo("Content-Encoding")
        .expect("Cache-Control", "no-store")
        .expect("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        .expectSecurityHeaders();
  }

  @Test
  void aFailureComesBackAsItIs() {
    frontend
        .request("/function/generate-2fa")
        .post("{}")
        .expect(503)
        .expect("Retry-After", "7")
        .expect("{\"error\": \"unavailable\"}");
  }

  @Test
  void theGatewaysOwnResponseGetsTheHeadersToo() {
    frontend
        .request("/function/authenticate-user")
        .with("Accept-Encoding", "gzip")
        .get()
        .expect(404)
        .expect("Allow", "POST")
        .expect("Content-Type", "text/plain; charset=utf-8")
        .expectNo("Content-Encoding")
        .expect("error finding function authenticate-user")
        .expect("Cache-Control", "no-store")
        .expectSecurityHeaders();
  }

  @Test
  void theLongestBodyIsPassedOn() {
    frontend.request("/function/generate-password").post("x".repeat(MOST)).expect(201);
  }

  @Test
  void aLongerBodyIsRefused() {
    frontend
        .request("/function/generate-password")
        .post("x".repeat(MOST + 1))
        .expect(413)
        .expect("The body is too long.")
        .expectNo("X-Asked");
  }

  @Test
  void aLongerBodyOfUnknownLengthIsRefusedToo() {
    byte[] body = "x".repeat(MOST + 1).getBytes(US_ASCII);

    frontend
        .request("/function/generate-password")
        .send("POST", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
        .expect(413)
        .expectNo("X-Asked");
  }
}
