package fr.cofrap.json;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the JSON of a request: one object of strings and booleans.
 *
 * <p>Stricter than RFC 8259: duplicate names are rejected, because two readers could pick different
 * values, and so is anything after the object.
 */
public final class FlatObject {
  private static final int MAX_NAME = 64;
  private static final int MAX_STRING = 4096;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2)
                  .maxNameLength(MAX_NAME)
                  .maxStringLength(MAX_STRING)
                  .build())
          .build();

  private FlatObject() {}

  /**
   * Reads an object.
   *
   * @return the members in order, each a {@link String} or a {@link Boolean}
   * @throws InvalidJson for anything else
   */
  public static Map<String, Object> read(String json) throws InvalidJson {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (json.isBlank()) {
        throw new InvalidJson("The body is empty.");
      }
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidJson("The body must be a JSON object.");
      }
      Map<String, Object> members = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        members.put(name, value(parser));
      }
      if (parser.nextToken() != null) {
        throw new InvalidJson("Nothing may follow the JSON object.");
      }
      return members;
    } catch (JacksonException e) {
      throw new InvalidJson("The body is not valid JSON.");
    }
  }

  private static Object value(JsonParser parser) throws InvalidJson {
    return switch (parser.nextToken()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case null, default -> throw new InvalidJson("Every field must be a string or a boolean.");
    };
  }
}
