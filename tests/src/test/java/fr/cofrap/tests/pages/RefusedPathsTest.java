package fr.cofrap.tests.pages;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is not a page is rejected, with a text of our own and every header. */
@EachUser
class RefusedPathsTest {
  private final Frontend frontend;

  RefusedPathsTest(Frontend frontend) {
    this.frontend = frontend;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/assets",
        "/assets/",
        "/assets/nothing.js",
        "/50x.html",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/etc/nginx/nginx.conf",
        "/healthz/",
        "/failure"
      })
  void nothingIsThere(String path) {
    frontend
        .request(path)
        .get()
        .expect(404)
        .expect("Content-Type", "text/plain; charset=utf-8")
        .expect("Cache-Control", "no-store")
        .expect("There is nothing here.")
        .expectSecurityHeaders();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
  void pagesAcceptOnlyGetAndHead(String method) {
    for (String path : new String[] {"/", "/nothing", PageTest.asset(frontend, "js")}) {
      frontend
          .request(path)
          .send(method, BodyPublishers.noBody())
          .expect(405)
          .expect("Allow", "GET, HEAD")
          .expect("Cache-Control", "no-store")
          .expect("Only GET and HEAD here.");
    }
  }

  @Test
  void aVeryLongHeaderIsRefused() {
    frontend
        .request("/")
        .with("X-Long", "x".repeat(40_000))
        .get()
        .expect(400)
        .expect("The request is not understood.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/../../etc/passwd", "/assets/%2e%2e%2f%2e%2e%2fetc/passwd", "/%00"})
  void noPathLeavesTheFolder(String path) {
    frontend
        .request(path)
        .get()
        .expect(400)
        .expect("Cache-Control", "no-store")
        .expect("The request is not understood.")
        .expectSecurityHeaders();
  }
}
