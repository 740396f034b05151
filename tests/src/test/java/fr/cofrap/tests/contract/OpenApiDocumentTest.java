package fr.cofrap.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.cofrap.tests.api.OpenApiDocument;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.user.QrReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The document is valid and complete, and so are its examples. */
class OpenApiDocumentTest {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.read();
  private static final Set<String> SHARED_STATUSES =
      Set.of("400", "401", "405", "413", "415", "429", "500", "502", "503", "504");

  @Test
  void isValidOpenApi31() {
    assertThat(DOCUMENT.at("/openapi").asString()).startsWith("3.1.");
    assertThat(DOCUMENT.at("/info").propertyNames()).contains("title", "version");
    assertThat(DOCUMENT.root().propertyNames())
        .isSubsetOf("openapi", "info", "servers", "security", "tags", "paths", "components");
    assertThat(DOCUMENT.at("/servers/0/url").asString()).isEqualTo("http://127.0.0.1:8080");
    assertThat(DOCUMENT.at("/components/schemas").propertyNames())
        .allMatch(name -> name.matches("[A-Za-z0-9._-]+"));
  }

  @Test
  void everyReferenceHasATarget() {
    for (JsonNode reference : DOCUMENT.root().findValues("$ref")) {
      assertThat(reference.asString()).startsWith("#/components/");
      assertThat(DOCUMENT.has(reference.asString().substring(1))).as(reference.asString()).isTrue();
    }
  }

  @Test
  void everySchemaConformsToTheDraftOfOpenApi31() {
    var meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    for (JsonNode schema : DOCUMENT.at("/components/schemas")) {
      assertThat(meta.validate(schema)).as(schema.toString()).isEmpty();
    }
  }

  @Test
  void objectsRejectUnknownMembers() {
    for (var schema : DOCUMENT.at("/components/schemas").properties()) {
      if (schema.getValue().path("type").asString("").equals("object")) {
        JsonNode open = schema.getValue().path("additionalProperties");
        assertThat(open.isBoolean() && !open.asBoolean()).as(schema.getKey()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationHasItsStatuses(Operation operation) {
    Set<String> expected = new TreeSet<>(SHARED_STATUSES);
    expected.addAll(
        switch (operation) {
          case GENERATE_PASSWORD -> Set.of("201", "403", "409");
          case GENERATE_2FA -> Set.of("201");
          case AUTHENTICATE_USER -> Set.of("200", "403");
        });

    assertThat(responses(operation).propertyNames()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @EnumSource
  void everyStatusHasItsErrorCodes(Operation operation) {
    Set<String> expected =
        new TreeSet<>(
            Set.of(
                "400 invalid_request",
                "405 method_not_allowed",
                "413 too_large",
                "415 unsupported_media_type",
                "429 too_many_requests",
                "500 internal_error",
                "503 unavailable"));
    expected.addAll(
        switch (operation) {
          case GENERATE_PASSWORD ->
              Set.of(
                  "401 invalid_ticket",
                  "403 sign_up_closed",
                  "409 username_taken",
                  "429 too_many_sign_ups");
          case GENERATE_2FA -> Set.of("401 invalid_credentials");
          case AUTHENTICATE_USER ->
              Set.of("401 invalid_credentials", "403 credentials_expired", "429 too_many_attempts");
        });

    Set<String> stated = new TreeSet<>();
    for (String status : responses(operation).propertyNames()) {
      problemExamples(operation, status)
          .forEach(problem -> {
            assertThat(problem.path("status").asInt()).isEqualTo(Integer.parseInt(status));
            stated.add(status + " " + problem.path("error").asString());
          });
    }
    assertThat(stated).isEqualTo(expected);
    assertThat(DOCUMENT.at("/components/schemas/ErrorCode/enum").valueStream())
        .extracting(JsonNode::asString)
        .containsAll(expected.stream().map(code -> code.substring(4)).toList());
  }

  /** Twelve bytes per character: JSON may write a character outside the BMP as two escapes. */
  @ParameterizedTest
  @EnumSource
  void theLongestValidRequestFitsTheBodyLimit(Operation operation) {
    String schema =
        DOCUMENT.resolve(
            OpenApiDocument.pointer(operation) + "/requestBody/content/application~1json/schema");
    int bytes = "{}".length();
    for (String name : DOCUMENT.at(schema + "/properties").propertyNames()) {
      JsonNode member = DOCUMENT.at(DOCUMENT.resolve(schema + "/properties/" + name));
      bytes += "\"\":\"\",".length() + name.length();
      bytes +=
          member.path("type").asString().equals("boolean")
              ? "false".length()
              : 12 * member.path("maxLength").asInt(Integer.MAX_VALUE / 100);
    }

    assertThat(bytes).isLessThanOrEqualTo(4096);
  }

  @ParameterizedTest
  @EnumSource
  void examplesAreValid(Operation operation) {
    String pointer = OpenApiDocument.pointer(operation);
    int checked = checkExamples(pointer + "/requestBody/content/application~1json");
    for (String status : responses(operation).propertyNames()) {
      String content = DOCUMENT.resolve(pointer + "/responses/" + status) + "/content/";
      for (String type : DOCUMENT.at(content.substring(0, content.length() - 1)).propertyNames()) {
        checked += checkExamples(content + type.replace("/", "~1"));
      }
    }

    assertThat(checked).isGreaterThanOrEqualTo(9);
  }

  @Test
  void exampleQrCodesDecodeToTheirText() {
    JsonNode password = created(Operation.GENERATE_PASSWORD);
    JsonNode authenticator = created(Operation.GENERATE_2FA);

    assertThat(QrReader.read(password.path("qrCode").asString()))
        .isEqualTo(password.path("password").asString());
    assertThat(QrReader.read(authenticator.path("qrCode").asString()))
        .isEqualTo(authenticator.path("otpauthUri").asString())
        .contains(authenticator.path("secret").asString());
  }

  private static JsonNode created(Operation operation) {
    return DOCUMENT.at(
        OpenApiDocument.pointer(operation)
            + "/responses/201/content/application~1json/examples/generated/value");
  }

  private static JsonNode responses(Operation operation) {
    return DOCUMENT.at(OpenApiDocument.pointer(operation) + "/responses");
  }

  private static List<JsonNode> problemExamples(Operation operation, String status) {
    String response = DOCUMENT.resolve(OpenApiDocument.pointer(operation) + "/responses/" + status);
    return examples(response + "/content/application~1problem+json").values().stream().toList();
  }

  private static int checkExamples(String mediaType) {
    String schema = DOCUMENT.resolve(mediaType + "/schema");
    int checked = 0;
    for (var example : examples(mediaType).entrySet()) {
      assertThat(DOCUMENT.violations(schema, example.getValue()))
          .as(mediaType + " " + example.getKey())
          .isEmpty();
      checked++;
    }
    return checked;
  }

  /** By name; those that several operations share are referred to. */
  private static Map<String, JsonNode> examples(String mediaType) {
    String examples = mediaType + "/examples";
    Map<String, JsonNode> values = new TreeMap<>();
    for (String name : DOCUMENT.at(examples).propertyNames()) {
      values.put(name, DOCUMENT.at(DOCUMENT.resolve(examples + "/" + name) + "/value"));
    }
    return values;
  }
}
