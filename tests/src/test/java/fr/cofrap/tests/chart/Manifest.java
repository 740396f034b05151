package fr.cofrap.tests.chart;

import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A Kubernetes object, as it is written in YAML. */
public record Manifest(JsonNode root) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** The documents of a text in YAML; no key may occur twice. */
  public static List<Manifest> read(String text) {
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(text)) {
      return documents.readAll().stream().filter(JsonNode::isObject).map(Manifest::new).toList();
    }
  }

  static JsonNode value(String yaml) {
    return YAML.readTree(yaml);
  }

  public String kind() {
    return root.path("kind").asString();
  }

  String name() {
    return root.at("/metadata/name").asString();
  }

  /** Such as {@code Deployment/cofrap-frontend}. */
  String title() {
    return kind() + "/" + name();
  }

  JsonNode at(String pointer) {
    return root.at(pointer);
  }

  /** A copy with another value at this place, or with none. */
  Manifest with(String pointer, String value) {
    JsonNode changed = root.deepCopy();
    JsonPointer path = JsonPointer.compile(pointer);
    JsonPointer last = path.last();
    switch (changed.at(path.head())) {
      case ObjectNode object when value.isEmpty() -> object.remove(last.getMatchingProperty());
      case ObjectNode object -> object.set(last.getMatchingProperty(), value(value));
      case ArrayNode array -> array.set(last.getMatchingIndex(), value(value));
      default -> throw new IllegalArgumentException("There is no " + pointer + " in " + title());
    }
    return new Manifest(changed);
  }
}
