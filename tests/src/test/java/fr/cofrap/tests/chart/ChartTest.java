package fr.cofrap.tests.chart;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.docker.Program.Ending;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rendered by helm with the values among the resources; no cluster is asked. */
@Tag("images")
final class ChartTest {
  @ParameterizedTest
  @CsvSource({
    "least, 172.28.0.1/32, 5432, 0",
    "k3d,   172.28.0.1/32, 5432, 0",
    "full,  10.20.0.0/24,  6432, 1"
  })
  void keepsItsPromises(String values, String database, int port, int ingresses) {
    Chart.lint(values);
    List<Manifest> manifests = Chart.render(values);

    assertThat(manifests).isNotEmpty();
    assertThat(manifests).flatMap(KubernetesSchemas::complaints).isEmpty();
    assertThat(Promises.broken(manifests, database, port)).isEmpty();
    assertThat(manifests.stream().filter(manifest -> manifest.kind().equals("Ingress")))
        .hasSize(ingresses);
  }

  @Test
  void takesTheImagesThatTheValuesName() {
    assertThat(Chart.render("full"))
        .extracting(manifest -> manifest.root().findValuesAsString("image"))
        .contains(
            List.of("registry.example.org/accounts/cofrap/frontend:1.2.3"),
            List.of("registry.example.org/accounts/cofrap/admin:1.2.3"));
  }

  @ParameterizedTest
  @CsvSource({"least, open, 1, 10", "full, closed, 2, 200"})
  void thePagesGetTheSettingsOfTheValues(
      String values, String signUp, String proxies, String requests) {
    JsonNode environment =
        Chart.render(values).stream()
            .filter(manifest -> manifest.title().equals("Deployment/cofrap-frontend"))
            .map(manifest -> manifest.at("/spec/template/spec/containers/0/env"))
            .findFirst()
            .orElseThrow();
    assertThat(environment.findValuesAsString("name"))
        .containsExactly("SIGN_UP", "TRUSTED_PROXIES", "REQUESTS_PER_SECOND");
    assertThat(environment.findValuesAsString("value")).containsExactly(signUp, proxies, requests);
  }

  /** Otherwise the node's address replaces the clients'. */
  @Test
  void aNodePortKeepsClientsAddresses() {
    assertThat(Chart.render("k3d"))
        .filteredOn(manifest -> manifest.title().equals("Service/cofrap-frontend"))
        .extracting(manifest -> manifest.at("/spec/externalTrafficPolicy").asString(""))
        .containsExactly("Local");
  }

  @Test
  void needsTheDatabasesAddresses() {
    assertRefused(Chart.template(List.of()).run(), "database.cidr is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --namespace default                  | --namespace openfaas-fn
          --set ingress.host=                  | ingress.host is missing
          --set ingress.tlsSecret=             | ingress.tlsSecret is missing
          --set database.cidr=0.0.0.0/0        | '/database/cidr'
          --set database.cidr=10.20.0.0        | '/database/cidr'
          --set-string database.port=5432      | '/database/port'
          --set database.port=null             | missing property 'port'
          --set database.hots=db               | 'hots' not allowed
          --set databse.host=db                | 'databse' not allowed
          --set trustedProxies=1               | TRUSTED_PROXIES=2
          --set trustedProxies=11              | '/trustedProxies'
          --set signUp=no                      | '/signUp'
          --set frontend.requestsPerSecond=0   | '/frontend/requestsPerSecond'
          --set frontend.nodePort=80           | '/frontend/nodePort'
          --set-string purge.schedule=daily    | '/purge/schedule'
          """)
  void refusesWrongValues(String option, String words) {
    List<String> options = Chart.valuesOf("full", option.split(" "));
    assertRefused(Chart.template(options).run(), words);
  }

  private static void assertRefused(Ending helm, String words) {
    assertThat(helm.exitCode()).as(helm.everything()).isNotZero();
    assertThat(helm.errors()).contains(words);
  }
}
