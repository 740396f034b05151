package fr.cofrap.tests.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The page and its assets: types, caching, compression, and headers that restrict the page. */
@EachUser
class PageTest {
  private static final String HSTS = "max-age=31536000; includeSubDomains";

  private final Frontend frontend;

  PageTest(Frontend frontend) {
    this.frontend = frontend;
  }

  @Test
  void thePageIsNeverCached() {
    PageResponse page =
        frontend
            .request("/")
            .get()
            .expect(200)
            .expect("Content-Type", "text/html; charset=utf-8")
            .expect("Cache-Control", "no-store")
            .expect("Vary", "Accept-Encoding")
            .expectNo("Strict-Transport-Security")
            .expectSecurityHeaders();

    assertThat(page.body()).contains("<div id=\"root\">");
  }

  @Test
  void aHeadRequestGetsTheHeadersAlone() {
    PageResponse head = frontend.request("/").send("HEAD", BodyPublishers.noBody()).expect(200);

    assertThat(head.body()).isEmpty();
  }

  @Test
  void sendsHstsToBrowsersThatUseTls() {
    frontend
        .request("/")
        .with("X-Forwarded-Proto", "https")
        .get()
        .expect("Strict-Transport-Security", HSTS);
  }

  @Test
  void scriptsAreCachedPermanently() {
    PageResponse script =
        frontend
            .request(asset("js"))
            .get()
            .expect(200)
            .expect("Content-Type", "text/javascript; charset=utf-8")
            .expect("Cache-Control", "public, max-age=31536000, immutable")
            .expectNo("Content-Encoding")
            .expectSecurityHeaders();

    String tag = script.headers("ETag").getFirst();
    frontend.request(asset("js")).with("If-None-Match", tag).get().expect(304);
  }

  @Test
  void scriptsAreCompressedForClientsThatAcceptIt() throws IOException {
    String plain = frontend.request(asset("js")).get().body();

    PageResponse script =
        frontend
            .request(asset("js"))
            .with("Accept-Encoding", "gzip")
            .get()
            .expect("Content-Encoding", "gzip")
            .expect("Vary", "Accept-Encoding");

    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(script.http().body()))) {
      assertThat(new String(unzipped.readAllBytes(), UTF_8).strip()).isEqualTo(plain);
    }
  }

  @Test
  void stylesAreCompressedToo() {
    frontend
        .request(asset("css"))
        .with("Accept-Encoding", "gzip")
        .get()
        .expect("Content-Type", "text/css; charset=utf-8")
        .expect("Content-Encoding", "gzip");
  }

  @Test
  void whatHasNoHashInItsNameIsNotCached() {
    frontend
        .request("/favicon.svg")
        .get()
        .expect("Content-Type", "image/svg+xml; charset=utf-8")
        .expect("Cache-Control", "no-store");
  }

  private String asset(String type) {
    return asset(frontend, type);
  }

  /** The path of the page's script or style sheet. */
  static String asset(Frontend frontend, String type) {
    String page = frontend.request("/").get().body();
    Matcher path = Pattern.compile("/assets/[^\"]*\\." + type).matcher(page);
    assertThat(path.find()).as("an asset of type " + type).isTrue();
    return path.group();
  }
}
