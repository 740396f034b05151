package fr.cofrap.json;

import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes flat JSON objects. */
public final class JsonWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonWriter() {}

  /**
   * Writes an object.
   *
   * @param members in the order they are written; numbers and booleans as such, null as null, all
   *     else by its {@code toString}
   */
  public static String object(Map<String, ? extends @Nullable Object> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      members.forEach((name, value) -> write(json, name, value));
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, String name, @Nullable Object value) {
    json.writeName(name);
    switch (value) {
      case null -> json.writeNull();
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number -> json.writeNumber(number);
      default -> json.writeString(value.toString());
    }
  }
}
