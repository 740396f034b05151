package fr.cofrap.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Holds an answer against what the OpenAPI document says of its operation and status. */
public final class ResponseCheck {
  private final OpenApiDocument document;

  public ResponseCheck(OpenApiDocument document) {
    this.document = document;
  }

  public void check(ApiResponse answer, boolean withBody) {
    String stated = OpenApiDocument.pointer(answer.operation()) + "/responses/" + answer.status();
    assertThat(document.has(stated))
        .as("the document knows %d of %s", answer.status(), answer.operation())
        .isTrue();
    String response = document.follow(stated);
    if (answer.isJson()) {
      checkHeaders(answer, response);
      if (withBody) {
        checkBody(answer, response);
      }
    } else {
      checkPlain(answer, response);
    }
  }

  private void checkHeaders(ApiResponse answer, String response) {
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    for (String name : document.at(response + "/headers").propertyNames()) {
      assertThat(answer.headers().allValues(name)).as("header " + name).hasSize(1);
      String header = document.follow(response + "/headers/" + name);
      assertThat(document.complaints(header + "/schema", headerValue(header, answer.header(name))))
          .as("%s: %s", name, answer.header(name))
          .isEmpty();
    }
  }

  private JsonNode headerValue(String header, String value) {
    boolean number = document.at(header + "/schema/type").asString().equals("integer");
    return number && value.matches("[0-9]+")
        ? Json.read(value)
        : JsonNodeFactory.instance.stringNode(value);
  }

  private void checkBody(ApiResponse answer, String response) {
    String[] type = answer.header("Content-Type").split(";", 2);
    assertThat(type).as("Content-Type with charset").hasSize(2);
    assertThat(type[1].strip().toLowerCase(Locale.ROOT)).isEqualTo("charset=utf-8");
    String content = response + "/content/" + type[0].strip().replace("/", "~1");
    assertThat(document.has(content))
        .as("the document knows %s for %d", type[0], answer.status())
        .isTrue();
    assertThat(document.complaints(document.follow(content + "/schema"), answer.json()))
        .as("%s answered %d %s", answer.operation(), answer.status(), answer.body())
        .isEmpty();
  }

  /** The gateway's own, or the watchdog's: text, or nothing at all. */
  private void checkPlain(ApiResponse answer, String response) {
    assertThat(document.has(response + "/content/text~1plain"))
        .as("%s answered %s %s", answer.operation(), answer, answer.headers().map())
        .isTrue();
    if (!answer.body().isEmpty()) {
      assertThat(answer.header("Content-Type")).startsWith("text/plain");
    }
  }
}
