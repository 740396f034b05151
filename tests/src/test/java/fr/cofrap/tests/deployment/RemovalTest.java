package fr.cofrap.tests.deployment;

import fr.cofrap.tests.deployment.world.Disturbance.Refuse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --down} removes a partial installation too, and leaves what is not its own. */
@Tag("one-machine")
@EnabledOnOs(OS.LINUX)
final class RemovalTest {
  private Place place;

  @BeforeEach
  void install(@TempDir Path folder) throws Exception {
    place = Place.withClusterIn(folder);
    place.run(Options.cluster("--yes")).expect(0, "Ready");
  }

  @AfterEach
  void close() {
    place.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "helm list --namespace openfaas-fn",
        "helm list --namespace openfaas --all",
        "kubectl get customresourcedefinition functions.openfaas.com"
      })
  void endsAtAQueryThatFails(String query) throws Exception {
    place
        .run(new Refuse(query), "cluster", "--down", "--yes")
        .expect(1, "connection refused")
        .neverCalled("helm uninstall openfaas");
  }

  /** Its address is among the options that are kept. */
  @Test
  void keepsTheDatabaseOfDbAdmin() throws Exception {
    place
        .run("k3d", "DB_ADMIN=postgresql://a@10.0.0.5/db", "DB_CA=deploy/README.md", "--yes")
        .expect(0, "which this script did not create", "create the database cofrap", "Ready");
    place
        .run("k3d", "--down", "--yes")
        .expect(0, "the database cofrap and its roles are kept", "Removed.")
        .neverCalled("docker compose");
  }

  @Test
  void needsNoGateway() throws Exception {
    place.world().drop("kubernetes/openfaas/deployments");
    place
        .run("cluster", "--down", "--yes")
        .expect(0, "kubectl delete namespace openfaas openfaas-fn")
        .called("helm uninstall openfaas --namespace openfaas")
        .neverCalled("delete (namespace|secrets|sealedsecrets)|delete functions.openfaas.com");
  }

  @Test
  void keepsAnOpenFaasOfOthersAndDeletesSecretsOnRequest() throws Exception {
    place.world().drop("kubernetes/openfaas/releases");
    place.world().put("kubernetes/kinds/functions.openfaas.com");
    place
        .run("cluster", "--down", "--delete-secrets", "--yes")
        .expect(0, "the release openfaas in openfaas was not created here, or is gone")
        .called(
            "delete sealedsecrets.bitnami.com db-creds mfa-key fingerprint-key ticket-key purge-creds")
        // The operator would recreate them.
        .called("delete functions.openfaas.com authenticate-user generate-2fa generate-password")
        .neverCalled("helm uninstall openfaas");
  }
}
