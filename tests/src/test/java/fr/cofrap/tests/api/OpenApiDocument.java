package fr.cofrap.tests.api;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import fr.cofrap.tests.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The project's OpenAPI document, addressed by JSON Pointer, with schema validation. */
public final class OpenApiDocument {
  private static final String NAME = "urn:cofrap:openapi";

  private final JsonNode root;
  private final SchemaRegistry schemas;

  private OpenApiDocument(JsonNode root) {
    this.root = root;
    this.schemas =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi31(),
            registry ->
                registry
                    .schemas(Map.of(NAME, root.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  public static OpenApiDocument read() {
    Path file = Repository.root().resolve("docs/openapi.yaml");
    return new OpenApiDocument(YAMLMapper.shared().readTree(file.toFile()));
  }

  public static String pointer(Operation operation) {
    return "/paths/" + operation.path().replace("~", "~0").replace("/", "~1") + "/post";
  }

  public JsonNode root() {
    return root;
  }

  public boolean has(String pointer) {
    return !root.at(pointer).isMissingNode();
  }

  public JsonNode at(String pointer) {
    return root.at(pointer);
  }

  /** Resolves a place that is only a reference. */
  public String resolve(String pointer) {
    JsonNode reference = root.at(pointer).path("$ref");
    return reference.isString() ? resolve(reference.asString().substring(1)) : pointer;
  }

  /** How a value violates the schema at a place; empty if it is valid. */
  public List<String> violations(String schemaPointer, JsonNode value) {
    return schemas.getSchema(SchemaLocation.of(NAME + "#" + schemaPointer)).validate(value).stream()
        .map(Error::toString)
        .toList();
  }
}
