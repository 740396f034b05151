package fr.cofrap.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Http;
import fr.cofrap.tests.kubernetes.KeptOptions;
import fr.cofrap.tests.kubernetes.Kubectl;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function reaches the database and nothing else; nodes reach it, as probes must. */
@Tag("cluster")
class NetworkPoliciesTest {
  private static final String FUNCTION = "authenticate-user";

  @Test
  void aFunctionReachesTheDatabase() {
    KeptOptions options = KeptOptions.read();

    assertThat(connects(options.databaseHost(), options.databasePort(), 30)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "gateway.openfaas.svc.cluster.local, 8080",
    "kubernetes.default.svc.cluster.local, 443",
  })
  void aFunctionReachesNoService(String host, int port) {
    assertThat(connects(host, port, 4)).isFalse();
  }

  @Test
  void onlyNodesReachAnotherFunction() {
    String other = Kubectl.FUNCTIONS.pods("generate-2fa").getFirst().ip();
    HttpRequest health =
        HttpRequest.newBuilder(URI.create("http://" + other + ":8080/_/health")).build();

    assertThat(Http.exchange(health, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    assertThat(connects(other, 8080, 4)).isFalse();
  }

  private static boolean connects(String host, int port, int seconds) {
    String pod = Kubectl.FUNCTIONS.pods(FUNCTION).getFirst().name();
    String connect = "exec 3<>/dev/tcp/%s/%d".formatted(host, port);
    return Kubectl.FUNCTIONS
            .command("exec", pod, "--", "timeout", Integer.toString(seconds), "bash", "-c", connect)
            .run()
            .exitCode()
        == 0;
  }
}
