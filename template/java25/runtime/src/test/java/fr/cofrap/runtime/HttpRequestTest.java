package fr.cofrap.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openfaas.model.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpRequestTest {
  @Test
  void looksUpHeadersCaseInsensitively() {
    HttpRequest request = HttpRequest.post("application/json", "{}");
    assertThat(request.getHeader("content-TYPE")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("CONTENT-type")).isEqualTo("application/json");
    assertThat(request.getHeader("Accept")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "a=1, 1",
    "a=b=c, b=c",
    "a=1&a=2, 1",
    "b=2&a=1, 1",
    "a, ''",
    "a=, ''",
    "a=%C3%A9+%26, 'é &'",
    "a=100%, 100%",
    "%61=1, 1",
    "&&a=1&, 1",
    "b=1,"
  })
  void parsesTheQuery(String query, String value) {
    assertThat(withQuery(query).getQuery().get("a")).isEqualTo(value);
  }

  @Test
  void parsesThePathAsPairs() {
    HttpRequest request =
        new HttpRequest("GET", "/user/michel/age/7/x", null, Map.of(), new byte[0]);
    assertThat(request.getPath()).isEqualTo(Map.of("user", "michel", "age", "7"));
    assertThat(request.getQuery()).isEmpty();
  }

  @Test
  void doesNotPrintWhatMayBeSecret() {
    assertThat(HttpRequest.post("secret/type", "secret body").toString())
        .isEqualTo("POST / (11 bytes)");
    assertThat(withQuery("code=123456").toString()).doesNotContain("123456");
  }

  @Test
  void refusesToGuessTheMethod() {
    assertThat(HttpRequest.methodOf(HttpRequest.post("text/plain", ""))).isEqualTo("POST");
    assertThatThrownBy(() -> HttpRequest.methodOf(new Request("", Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("com.openfaas.model.Request");
  }

  private static HttpRequest withQuery(String query) {
    return new HttpRequest("GET", "/", query, Map.of(), new byte[0]);
  }
}
