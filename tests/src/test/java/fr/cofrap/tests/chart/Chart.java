package fr.cofrap.tests.chart;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.docker.Program;
import fr.cofrap.tests.tools.GoTools;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code deploy/chart}, and helm to render it. */
final class Chart {
  private static final String FOLDER = Repository.root().resolve("deploy/chart").toString();
  private static final List<String> ENVIRONMENT =
      List.of("--namespace", "openfaas-fn", "--kube-version", KubernetesSchemas.VERSION);

  private Chart() {}

  /** With the values of a file among the resources. */
  static List<Manifest> render(String values) {
    return Manifest.read(template(valuesOf(values)).output());
  }

  static void lint(String values) {
    GoTools.program("helm")
        .and("lint", FOLDER, "--strict", "--quiet")
        .and(ENVIRONMENT)
        .and(valuesOf(values))
        .output();
  }

  static Program template(List<String> options) {
    return GoTools.program("helm").and("template", "cofrap", FOLDER).and(ENVIRONMENT).and(options);
  }

  static List<String> valuesOf(String values, String... more) {
    Path file =
        Repository.root()
            .resolve("tests/src/test/resources/fr/cofrap/tests/chart/values")
            .resolve(values + ".yaml");
    return Stream.concat(Stream.of("--values", file.toString()), Stream.of(more)).toList();
  }
}
