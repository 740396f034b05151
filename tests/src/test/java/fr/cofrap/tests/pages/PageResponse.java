package fr.cofrap.tests.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

/** A response of the pages' image, which never shows that it is nginx, nor its version. */
record PageResponse(HttpResponse<byte[]> http) {
  static PageResponse of(HttpResponse<byte[]> http) {
    PageResponse response = new PageResponse(http);
    assertThat(response.headers("Server")).allSatisfy(it -> assertThat(it).doesNotMatch(".*\\d.*"));
    assertThat(response.body()).doesNotContainIgnoringCase("<center>nginx");
    return response;
  }

  List<String> headers(String name) {
    return http.headers().allValues(name);
  }

  String body() {
    return new String(http.body(), UTF_8).strip();
  }

  PageResponse expect(Integer... statuses) {
    assertThat(http.statusCode()).as("%s: %s", http.uri(), body()).isIn((Object[]) statuses);
    return this;
  }

  PageResponse expect(String body) {
    assertThat(body()).as("%s", http.uri()).isEqualTo(body);
    return this;
  }

  /** Once, with this value. */
  PageResponse expect(String header, String value) {
    assertThat(headers(header)).as("%s: %s", http.uri(), header).containsExactly(value);
    return this;
  }

  PageResponse expectNo(String header) {
    assertThat(headers(header)).as("%s: %s", http.uri(), header).isEmpty();
    return this;
  }

  PageResponse expectSecurityHeaders() {
    SecurityHeaders.constant().forEach(this::expect);
    return this;
  }
}
