package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.deployment.world.Disturbance;
import fr.cofrap.tests.deployment.world.Disturbance.Refuse;
import fr.cofrap.tests.docker.StackFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What was given once is kept, and the functions are deployed with it. */
@Tag("one-machine")
@EnabledOnOs(OS.LINUX)
final class SettingsTest {
  private Place place;
  private Path folder;

  @BeforeEach
  void deployOnce(@TempDir Path folder) throws Exception {
    this.folder = folder;
    place = Place.withClusterIn(folder);
    place
        .run(
            Options.cluster(
                "--tag=v1", "CREDENTIAL_LIFETIME=PT2M", "OTP_ISSUER=a\"b \\c $d=", "--yes"))
        .expect(0, "Ready.");
  }

  @AfterEach
  void close() {
    place.close();
  }

  @Test
  void keepsWhatWasGivenFilesByTheirAbsolutePath() throws Exception {
    assertThat(kept())
        .isEqualTo(
            """
            CONTEXT=the-context
            CREDENTIAL_LIFETIME=PT2M
            DB_ADMIN=postgresql://a@10.0.0.5/db
            DB_CA=%s/deploy/README.md
            OPENFAAS=install
            OTP_ISSUER=a"b \\c $d=
            REGISTRY=r
            SEALED_SECRETS=install
            TAG=v1
            """
                .formatted(place.repository()));
    assertDeployed("CREDENTIAL_LIFETIME=PT2M\nOTP_ISSUER=a\\\"b \\\\c $d=");
  }

  @Test
  void theNextRunNeedsNoOptions() throws Exception {
    functionsHave("DB_HOST=db\n\nCREDENTIAL_LIFETIME=PT2M\nOTP_ISSUER=a\"b \\c $d=\n\n");
    place.run("cluster", "--yes").expect(0, "TAG=v1   # from data/cluster.env");
    assertDeployed("CREDENTIAL_LIFETIME=PT2M\nOTP_ISSUER=a\\\"b \\\\c $d=");
  }

  @Test
  void refusesAnUnknownOptionInTheFile() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("cluster.env"), "PROT=1\n");
    place
        .run("cluster", "DATA=" + other, "--yes")
        .expect(2, "other/cluster.env has an unknown option, remove or correct it: PROT");
  }

  @Test
  void refusesAnotherContextThanTheOneThatTheOptionsWereGivenFor() throws Exception {
    place
        .run("cluster", "CONTEXT=elsewhere", "--yes")
        .expect(1, "kubectl's context: expected elsewhere, found the-context");
  }

  @Test
  void changesWhatIsGivenAgainAndResetsWhatIsEmpty() throws Exception {
    functionsHave("CREDENTIAL_LIFETIME=PT2M\nOTP_ISSUER=a\"b \\c $d=");
    place
        .run("cluster", "CREDENTIAL_LIFETIME=off", "TAG=", "--yes")
        .expect(0, "CREDENTIAL_LIFETIME=off   # given for this run");
    assertDeployed("CREDENTIAL_LIFETIME=off\nOTP_ISSUER=a\\\"b \\\\c $d=");
    assertThat(kept()).doesNotContain("TAG");
    place
        .run("cluster", "CREDENTIAL_LIFETIME=", "OTP_ISSUER=", "--yes")
        .expect(0, "CREDENTIAL_LIFETIME   # reset to its default");
    assertDeployed("");
  }

  @Test
  void keepsWhatSomebodyElseDeployed() throws Exception {
    Files.delete(place.repository().resolve("data/cluster.env"));
    functionsHave("OTP_ISSUER=Us=");
    place
        .run(Options.cluster("--yes"))
        .expect(0, "OTP_ISSUER=Us=   # kept from the deployed functions");
    assertDeployed("OTP_ISSUER=Us=");
  }

  /** With a closed sign-up, no login can verify the result. */
  @Test
  void thePagesGetTheSettingsThatTheyShareWithTheFunctions() throws Exception {
    place
        .run("cluster", "SIGN_UP=closed", "TRUSTED_PROXIES=2", "--yes")
        .expect(0, "SIGN_UP=closed   # given for this run", "skipped: SIGN_UP=closed")
        .called("helm upgrade .*cofrap deploy/chart .*signUp=closed .*trustedProxies=2")
        .neverCalled("smoke");
    place
        .run("cluster", "SIGN_UP=", "--yes")
        .expect(0, "TRUSTED_PROXIES=2   # kept in data/cluster.env")
        .called("helm upgrade .*cofrap deploy/chart .*signUp=open .*trustedProxies=2")
        .called("smoke");
  }

  @Test
  void takesSettingsFromTheEnvironment() throws Exception {
    place
        .run(Disturbance.NONE, Map.of("LOG_LEVEL", "FINE"), "cluster", "--yes")
        .expect(0, "LOG_LEVEL=FINE   # given for this run");
  }

  /** Several differences are one message and one command. */
  @Test
  void deploysNothingWhileTheFunctionsDiffer() throws Exception {
    place
        .run("cluster", "LOG_LEVEL=FINE", "CREDENTIAL_LIFETIME=", "OTP_ISSUER=", "--yes")
        .expect(0);
    functionsHave("CREDENTIAL_LIFETIME=PT2M\nLOG_LEVEL=FINE");
    place.world().put("environment/generate-2fa", "CREDENTIAL_LIFETIME=PT3M");
    place
        .run("cluster", "--yes")
        .expect(
            1,
            "authenticate-user has CREDENTIAL_LIFETIME='PT2M', and generate-2fa has 'PT3M'",
            "data/cluster.env has LOG_LEVEL='FINE', and generate-2fa has ''",
            "  ./start_full_demo.sh cluster --yes CREDENTIAL_LIFETIME=PT2M LOG_LEVEL=FINE   # or")
        .neverCalled("faas-cli up");
  }

  @Test
  void deploysNothingIfTheFunctionsCannotBeRead() throws Exception {
    place
        .run(new Refuse("kubectl -n openfaas-fn get deployment generate-2fa"), "cluster", "--yes")
        .expect(1, "connection refused")
        .neverCalled("faas-cli up");
  }

  /** The functions' own code checks them, in their image. */
  @Test
  void changesNothingForASettingThatTheFunctionsRefuse() throws Exception {
    place
        .run("cluster", "CREDENTIAL_LIFETIME=6 months", "--yes")
        .expect(
            1,
            "it must be a period",
            "[2/12] Options",
            "NAME= resets a setting",
            "./start_full_demo.sh cluster 'CREDENTIAL_LIFETIME=6 months'")
        .neverCalled("create|upgrade|apply|push|faas-cli up");
    assertThat(kept()).doesNotContain("6 months");
  }

  @Test
  void showsWhyAFunctionDoesNotStart() throws Exception {
    place
        .run(
            new Refuse("kubectl -n openfaas-fn rollout status deployment/generate-password"),
            "cluster",
            "--yes")
        .expect(1, "CREDENTIAL_LIFETIME is \"old\"; it must be new");
  }

  private String kept() throws Exception {
    return Files.readString(place.repository().resolve("data/cluster.env"));
  }

  private void functionsHave(String environment) {
    StackFile.read()
        .functions()
        .forEach(name -> place.world().put("environment/" + name, environment));
  }

  private void assertDeployed(String settings) {
    assertThat(place.world().get("given-to-faas-cli")).hasValue(settings);
  }
}
