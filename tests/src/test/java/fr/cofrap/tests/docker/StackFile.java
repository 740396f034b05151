package fr.cofrap.tests.docker;

import fr.cofrap.tests.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code stack.yml} says about the functions. */
public record StackFile(JsonNode functionNodes) {
  public static StackFile read() {
    try {
      String yaml = Files.readString(Repository.root().resolve("stack.yml"));
      // Jackson's own reader does not resolve aliases.
      Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
      return new StackFile(new JsonMapper().valueToTree(tree).path("functions"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<String> functions() {
    return List.copyOf(functionNodes.propertyNames());
  }

  public List<String> secretsOf(String function) {
    return functionNodes
        .path(function)
        .path("secrets")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  /** In mebibytes. */
  public int memoryOf(String function) {
    return limit(function, "memory", "Mi");
  }

  /** In thousandths of a processor. */
  public int processorOf(String function) {
    return limit(function, "cpu", "m");
  }

  private int limit(String function, String name, String unit) {
    String value = functionNodes.path(function).path("limits").path(name).asString();
    if (!value.endsWith(unit)) {
      throw new IllegalStateException(
          "stack.yml: %s of %s is not in %s".formatted(name, function, unit));
    }
    return Integer.parseInt(value.substring(0, value.length() - unit.length()));
  }
}
