package fr.cofrap.tests.chart;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.tools.GoTools;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What OpenFaaS' own chart makes of our values, if {@code OPENFAAS_CHART} is a folder with it. */
@Tag("images")
@EnabledIfEnvironmentVariable(named = "OPENFAAS_CHART", matches = ".+")
final class OpenFaasChartTest {
  @ParameterizedTest
  @CsvSource({"gateway, basic_auth", "faas-netes, set_nonroot_user"})
  void rendersTheSecuritySettings(String container, String setting) {
    assertThat(
            gatewayPod().stream()
                .filter(found -> found.path("name").asString().equals(container))
                .flatMap(found -> found.path("env").valueStream())
                .filter(variable -> variable.path("name").asString().equals(setting))
                .map(variable -> variable.path("value").asString()))
        .containsExactly("true");
  }

  private static List<JsonNode> gatewayPod() {
    String rendered =
        GoTools.program("helm")
            .and("template", "openfaas", System.getenv("OPENFAAS_CHART"))
            .and("--namespace", "openfaas", "--show-only", "templates/gateway-dep.yaml")
            .and("--values", "deploy/values/openfaas.yaml")
            .and("--values", "deploy/values/openfaas-k3d.yaml")
            .in(Repository.root())
            .output();
    return Manifest.read(rendered).stream()
        .flatMap(manifest -> manifest.at("/spec/template/spec/containers").valueStream())
        .toList();
  }
}
