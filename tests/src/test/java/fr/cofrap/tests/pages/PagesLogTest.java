package fr.cofrap.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Pause;
import fr.cofrap.tests.api.Api;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The pages' log names each request, without anything that could be a secret. */
@EachUser
class PagesLogTest {
  private static final String NOT_FOUND = "\"path\":\"/last\",\"status\":404";

  private final Frontend frontend;

  PagesLogTest(Frontend frontend) {
    this.frontend = frontend;
  }

  @Test
  void containsNeitherQueriesNorHeadersNorBodies() {
    frontend
        .request("/function/generate-2fa?password=planted")
        .with("Referer", "http://planted/")
        .post("planted");
    frontend.request("/nothing?planted").get();
    frontend
        .request("/function/generate-2fa")
        .with("Referer", "http://planted/")
        .with("User-Agent", "planted")
        .post("planted".repeat(2_000));
    frontend.request("/last").get();

    assertThat(completeLog())
        .doesNotContain("planted", "temporary file")
        .contains("\"path\":\"/nothing\",\"status\":404")
        .containsPattern(
            "\"path\":\"/function/generate-2fa\",\"status\":503.*\"callId\":\"made-by-the-gateway\"");
  }

  private String completeLog() {
    Instant end = Instant.now().plus(Api.HUNG);
    String log = frontend.pages().log();
    while (!log.contains(NOT_FOUND) && Instant.now().isBefore(end)) {
      Pause.of(Duration.ofMillis(100));
      log = frontend.pages().log();
    }
    return log;
  }
}
