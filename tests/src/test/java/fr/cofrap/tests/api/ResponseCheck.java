package fr.cofrap.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Checks a response against the OpenAPI document's description of its operation and status. */
public final class ResponseCheck {
  private final OpenApiDocument document;

  public ResponseCheck(OpenApiDocument document) {
    this.document = document;
  }

  public void check(ApiResponse response, boolean withBody) {
    String described =
        OpenApiDocument.pointer(response.operation()) + "/responses/" + response.status();
    assertThat(document.has(described))
        .as("the document describes status %d of %s", response.status(), response.operation())
        .isTrue();
    String place = document.resolve(described);
    if (response.isJson()) {
      checkHeaders(response, place);
      if (withBody) {
        checkBody(response, place);
      }
    } else {
      checkPlain(response, place);
    }
  }

  private void checkHeaders(ApiResponse response, String place) {
    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    for (String name : document.at(place + "/headers").propertyNames()) {
      assertThat(response.headers().allValues(name)).as("header " + name).hasSize(1);
      String header = document.resolve(place + "/headers/" + name);
      assertThat(
              document.violations(header + "/schema", headerValue(header, response.header(name))))
          .as("%s: %s", name, response.header(name))
          .isEmpty();
    }
  }

  private JsonNode headerValue(String header, String value) {
    boolean number = document.at(header + "/schema/type").asString().equals("integer");
    return number && value.matches("[0-9]+")
        ? Json.read(value)
        : JsonNodeFactory.instance.stringNode(value);
  }

  private void checkBody(ApiResponse response, String place) {
    String[] type = response.header("Content-Type").split(";", 2);
    assertThat(type).as("Content-Type with charset").hasSize(2);
    assertThat(type[1].strip().toLowerCase(Locale.ROOT)).isEqualTo("charset=utf-8");
    String content = place + "/content/" + type[0].strip().replace("/", "~1");
    assertThat(document.has(content))
        .as("the document describes %s for status %d", type[0], response.status())
        .isTrue();
    assertThat(document.violations(document.resolve(content + "/schema"), response.json()))
        .as("%s responded %d %s", response.operation(), response.status(), response.body())
        .isEmpty();
  }

  /** The gateway's or the watchdog's own response: text, or nothing. */
  private void checkPlain(ApiResponse response, String place) {
    assertThat(document.has(place + "/content/text~1plain"))
        .as("%s responded %s %s", response.operation(), response, response.headers().map())
        .isTrue();
    if (!response.body().isEmpty()) {
      assertThat(response.header("Content-Type")).startsWith("text/plain");
    }
  }
}
