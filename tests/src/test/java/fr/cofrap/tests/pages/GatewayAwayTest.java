package fr.cofrap.tests.pages;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without a gateway the pages are there, and say that they cannot reach it. */
@Tag("images")
class GatewayAwayTest {
  private final Frontend frontend = Frontend.start("12000");

  @AfterEach
  void close() {
    frontend.close();
  }

  @Test
  void servesPagesButIsNotReady() {
    frontend.request("/readyz").get().expect(200);

    frontend.gateway().stop(Duration.ofSeconds(1));

    frontend
        .request("/function/generate-2fa")
        .post("{}")
        .expect(502, 504)
        .expect("Content-Type", "text/plain; charset=utf-8")
        .expect("Cache-Control", "no-store")
        .expectSecurityHeaders();
    frontend.request("/readyz").get().expect(502, 504);
    frontend.request("/").get().expect(200);
  }
}
