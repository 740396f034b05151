package fr.cofrap.admin.smoke;

import fr.cofrap.admin.Failure;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A response of a function. Does not print itself: its body may hold a secret. */
record Response(int status, String body) {
  private static final JsonFactory JSON = new JsonFactory();

  static String json(Map<String, String> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      generator.writeStartObject();
      fields.forEach(generator::writeStringProperty);
      generator.writeEndObject();
    }
    return text.toString();
  }

  /** A required field. */
  String text(String field) {
    String value = fields().get(field);
    if (value == null) {
      throw new Failure("the response has no field \"" + field + "\"");
    }
    return value;
  }

  /** The error's code and explanation, which reveal nothing. */
  String describe() {
    Map<String, String> fields = fields();
    return (fields.getOrDefault("error", "") + " " + fields.getOrDefault("detail", "")).strip();
  }

  /** The top-level fields that are strings; empty if the body is not a JSON object. */
  private Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return fields;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          fields.put(name, parser.getString());
        } else {
          parser.skipChildren();
        }
      }
    } catch (JacksonException e) {
      return Map.of();
    }
    return fields;
  }

  @Override
  public String toString() {
    return "Response[" + status + "]";
  }
}
