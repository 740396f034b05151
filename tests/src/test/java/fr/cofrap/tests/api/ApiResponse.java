package fr.cofrap.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A response that has been checked against the OpenAPI document. */
public record ApiResponse(Operation operation, int status, HttpHeaders headers, String body) {
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public boolean isJson() {
    String type = header("Content-Type");
    return type.startsWith("application/json") || type.startsWith("application/problem+json");
  }

  public JsonNode json() {
    return Json.read(body);
  }

  public boolean has(String member) {
    return json().has(member);
  }

  public String text(String member) {
    return json().path(member).asString();
  }

  public @Nullable Instant time(String member) {
    JsonNode value = json().path(member);
    return value.isNull() ? null : Instant.parse(value.asString());
  }

  public int retryAfter() {
    return Integer.parseInt(header("Retry-After"));
  }

  public ApiResponse expect(int expected) {
    assertThat(status).as("%s responded %s", operation, body).isEqualTo(expected);
    return this;
  }

  public ApiResponse expect(int expected, String error) {
    expect(expected);
    assertThat(text("error")).as("%s responded %s", operation, body).isEqualTo(error);
    return this;
  }
}
