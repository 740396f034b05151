package fr.cofrap.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Pause;
import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.RawRequest;
import fr.cofrap.tests.api.RawResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing but the functions' exact paths reaches the gateway. */
@EachUser
class OnlyFunctionsTest {
  private final Frontend frontend;
  private List<String> before = List.of();

  OnlyFunctionsTest(Frontend frontend) {
    this.frontend = frontend;
  }

  @BeforeEach
  void remember() {
    before = completeLog("text/before");
  }

  @AfterEach
  void theGatewayGotNoOtherRequest() {
    List<String> log = completeLog("text/after");
    assertThat(log.subList(before.size(), log.size())).hasSize(1);
  }

  @Test
  void otherPathsAreRefused() {
    for (String path :
        List.of(
            "/system/functions",
            "/system/info",
            "/async-function/generate-password",
            "/metrics",
            "/ui/",
            "/function/",
            "/function/other",
            "/function/GENERATE-PASSWORD",
            "/function/generate-password/",
            "/function/generate-password/x",
            "/function/generate-password?x=1",
            "/function/generate-password;x",
            "/function/generate-password%0a",
            "/function/generate-password%00",
            "/function/generate-password/../../system/functions",
            "/function/generate-password/../other",
            "/function/generate-password/..%2f..%2fsystem/functions",
            "/function/generate-password%2f..%2f..%2fsystem%2ffunctions",
            "/function/%67enerate-password",
            "/function%2fgenerate-password",
            "/function//generate-password",
            "//function/generate-password",
            "/function/./generate-password",
            "/x/../function/generate-password",
            "/function/generate-2fa.openfaas-fn")) {
      frontend.request(path).get().expect(400, 404).expectNo("X-Asked");
    }
  }

  /** Java's client would leave out the question mark. */
  @Test
  void anEmptyQueryIsRefused() {
    try (RawRequest request = RawRequest.to(frontend.address())) {
      RawResponse response =
          request
              .line("GET /function/generate-password? HTTP/1.1")
              .line("Host: localhost")
              .line("Connection: close")
              .line("")
              .response();

      assertThat(response.status()).isEqualTo(404);
    }
  }

  /** The gateway's log once a request of this unique type is in it, and with it all before. */
  private List<String> completeLog(String prefix) {
    String type = prefix + "-" + System.nanoTime();
    frontend.request("/function/generate-2fa").with("Content-Type", type).post("{}").expect(503);
    Instant end = Instant.now().plus(Api.HUNG);
    while (true) {
      List<String> log = frontend.gateway().outputLines();
      if (!log.isEmpty() && log.getLast().endsWith(type)) {
        return log;
      }
      assertThat(Instant.now()).as("the gateway logs its requests: " + log).isBefore(end);
      Pause.of(Duration.ofMillis(100));
    }
  }
}
