package fr.cofrap.tests.deployment;

import fr.cofrap.tests.deployment.world.Disturbance.Refuse;
import java.nio.file.Files;
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

/** What is missing or in the way is reported with what to type, and nothing is changed unasked. */
@Tag("one-machine")
@EnabledOnOs(OS.LINUX)
final class PreflightTest {
  private Place place;

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    place = Place.withClusterIn(folder);
  }

  @AfterEach
  void close() {
    place.close();
  }

  @Test
  void listsMissingTools() throws Exception {
    Files.delete(place.programs().resolve("kubeseal"));
    Files.delete(place.programs().resolve("k3d"));
    place
        .run("k3d")
        .expect(1, "  k3d       missing: ", "  kubeseal  missing: ", "2 tools are missing")
        .changedNothing();
  }

  @Test
  void needsComposeForItsOwnPostgres() throws Exception {
    place
        .run(new Refuse("docker compose version"), "k3d")
        .expect(1, "  compose   missing: ")
        .changedNothing();
  }

  /** Labels came with helm 3.13; version 4 has other options. */
  @ParameterizedTest
  @ValueSource(strings = {"4.0.1", "2.17.0", "3.12.3"})
  void refusesOtherVersionsOfHelm(String version) throws Exception {
    place.world().put("helm-version", version);
    place
        .run(Options.cluster())
        .expect(
            1, "  helm      v" + version + " is not supported: install 3.13 or later of version 3")
        .changedNothing();
  }

  @Test
  void asksBeforeItChangesAnything() throws Exception {
    place
        .run(Options.cluster())
        .expect(1, "Deploy COFRAP to the Kubernetes context the-context? There is nobody to ask.")
        .changedNothing();
    place
        .run("cluster", "--down")
        .expect(1, "Remove COFRAP from the Kubernetes context the-context? There is nobody")
        .changedNothing();
    place
        .run("k3d", "--down")
        .expect(
            1,
            "Delete the cluster cofrap, its keys and the database with all accounts? There is"
                + " nobody")
        .changedNothing();
    place
        .run("k3d", "--down", "DB_ADMIN=postgresql://a@b/c")
        .expect(
            1,
            "Delete the cluster cofrap, and with it the keys without which no account in"
                + " DB_ADMIN's database can log in? There is nobody")
        .changedNothing();
  }

  @ParameterizedTest
  @ValueSource(ints = {5000, 8080, 8081, 5432})
  void refusesATakenPort(int port) throws Exception {
    place.world().put("ports/" + port);
    place.run("k3d").expect(1, "port " + port + ", for ").changedNothing();
  }

  @Test
  void offersAnotherPortOrTheDatabaseOnIt() throws Exception {
    place.world().put("ports/5432");
    place
        .run("k3d")
        .expect(1, "./start_full_demo.sh k3d DB_PORT=5433", "./start_full_demo.sh k3d DB_ADMIN=");
  }

  @Test
  void leavesAClusterThatItDidNotMake() throws Exception {
    place.world().put("nodes/server");
    place.run("k3d").expect(1, "a cluster cofrap that this script did not create").changedNothing();
  }

  @Test
  void neverGeneratesANewKeyForExistingAccounts() throws Exception {
    place.world().put("database/volume");
    place
        .run("k3d")
        .expect(
            1,
            "the accounts in PostgreSQL cannot be used: their keys were in the cluster cofrap,"
                + " which is gone")
        .changedNothing();
  }

  @Test
  void refusesTheLayoutOfAnEarlierVersion() throws Exception {
    Files.createDirectories(place.repository().resolve("data/k3d/postgres/data"));
    String refusal = "data/k3d/postgres holds the accounts of an earlier version";
    place.run("k3d").expect(1, refusal).changedNothing();
    place.run("k3d", "--down", "--yes").expect(1, refusal).changedNothing();
  }

  /** One that a finalizer keeps, say: what holds it up is reported. */
  @Test
  void waitsForANamespaceThatIsBeingDeleted() throws Exception {
    place.world().put("kubernetes/openfaas-fn/phase", "Terminating");
    place
        .run(
            new Refuse("kubectl wait --for=delete namespace/openfaas-fn"), Options.cluster("--yes"))
        .expect(
            1,
            "Some content in the namespace has finalizers remaining: example.org/held",
            "{\"metadata\":{\"finalizers\":null}}");
  }
}
