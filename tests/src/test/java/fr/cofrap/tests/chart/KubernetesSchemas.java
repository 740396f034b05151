package fr.cofrap.tests.chart;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Kubernetes accepts, and no field that its documentation does not name. */
public final class KubernetesSchemas {
  /** From which {@code definitions.json} is derived: see the README beside it. */
  static final String VERSION = "1.36.2";

  private static final String NAME = "urn:kubernetes";
  private static final JsonNode DEFINITIONS = read();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          Dialects.getDraft7(), registry -> registry.schemas(Map.of(NAME, DEFINITIONS.toString())));

  private KubernetesSchemas() {}

  /** Empty if the manifest is valid. */
  public static List<String> complaints(Manifest manifest) {
    String kind = definition(manifest);
    if (!DEFINITIONS.path("definitions").has(kind)) {
      return List.of("there is no schema for " + kind);
    }
    Schema schema = REGISTRY.getSchema(SchemaLocation.of(NAME + "#/definitions/" + kind));
    return schema.validate(manifest.root()).stream().map(Error::toString).toList();
  }

  /** Such as {@code networking.v1.Ingress}; the core group has no name in manifests. */
  private static String definition(Manifest manifest) {
    String version = manifest.at("/apiVersion").asString();
    String group = version.contains("/") ? version.replaceFirst("[./].*", "") : "core";
    return group + "." + version.replaceFirst(".*/", "") + "." + manifest.kind();
  }

  private static JsonNode read() {
    try (InputStream file =
        Objects.requireNonNull(
            KubernetesSchemas.class.getResourceAsStream("schemas/definitions.json"))) {
      return JsonMapper.shared().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
