package fr.cofrap.tests.cluster;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.docker.Program.Ending;
import fr.cofrap.tests.docker.StackFile;
import fr.cofrap.tests.kubernetes.Kubectl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sealed-secrets/rotate} with a real controller, and stand-ins for the functions' pods. */
@Tag("cluster")
class ClusterRotationTest {
  private static final String MFA = "MFA_KEY_B64";
  private static final StackFile STACK = StackFile.read();

  private final Path folder;
  private final SealingNamespace namespace;
  private final Path authority;

  ClusterRotationTest(@TempDir Path folder) {
    this.folder = folder;
    this.namespace = SealingNamespace.create(folder);
    this.authority = namespace.certificate("authority");
  }

  @BeforeEach
  void seal() {
    assertSucceeds(namespace.seal("--ca", authority.toString()));
  }

  @AfterEach
  void deleteNamespace() {
    namespace.close();
  }

  @Test
  void everyPodReadsWithANewKeyBeforeAnyWritesWithIt() throws Exception {
    for (String function : STACK.functions()) {
      startStandIn(function);
    }
    try (WatchedPods pods = WatchedPods.start(namespace.kubectl(), folder)) {
      interruptARotation();
      List<String> interrupted = mfaKeys();
      assertThat(interrupted.get(1)).startsWith("+");
      String added = interrupted.get(1).substring(1);

      assertSucceeds(namespace.rotate("mfa-key"));
      assertThat(mfaKeys()).as("goes on with the key").containsExactly(added, interrupted.get(0));
      assertSucceeds(namespace.rotate("ticket-key"));
      assertRefuses(
          "nothing was removed", namespace.rotate("mfa-key", "--drop-old", "--", "false"));
      assertSucceeds(namespace.rotate("mfa-key", "--drop-old", "--", "echo", "none"));
      assertThat(mfaKeys()).containsExactly(added);

      KeyLog log = pods.stop();
      assertThat(log.violations()).isEmpty();
      assertThat(log.starts()).isGreaterThanOrEqualTo(30);
      assertThat(log.written()).as("two keys of each kind").hasSize(4);
    }
  }

  @Test
  void databasePasswordsAreSealedBeforeTheyAreSet() throws IOException {
    Map<String, String> before = namespace.values();

    assertRefuses("has the old passwords", namespace.rotate("database-password", "--", "false"));
    assertSucceeds(
        namespace.rotate(
            "database-password",
            "--",
            "sh",
            "-c",
            "cat \"$APP_PASSWORD_FILE\" >\"$0/app\" && cat \"$PURGE_PASSWORD_FILE\" >\"$0/purge\"",
            folder.toString()));

    String app = namespace.value("db-creds", "DB_PASSWORD");
    assertThat(app).isEqualTo(Files.readString(folder.resolve("app")));
    assertThat(namespace.value("purge-creds", "DB_PASSWORD"))
        .isEqualTo(Files.readString(folder.resolve("purge")));
    assertThat(namespace.values().get("db-creds/DB_PASSWORD"))
        .isNotEqualTo(before.get("db-creds/DB_PASSWORD"));
    assertThat(namespace.value("db-creds", "DB_CA_CERT")).isEqualTo(Files.readString(authority));
  }

  /** Pods that mount the function's secrets as OpenFaaS does, and say which keys they have. */
  private void startStandIn(String function) throws IOException {
    Path template = Repository.root().resolve("tests/src/test/resources/stand-in.yaml");
    String sources = STACK.secretsOf(function).stream().map(this::source).collect(joining(", "));
    Path manifest = folder.resolve(function + ".yaml");
    Files.writeString(
        manifest,
        Files.readString(template)
            .replace("FUNCTION", function)
            .replace("IMAGE", image())
            .replace("SOURCES", sources));
    namespace.kubectl().run("create", "-f", manifest.toString());
    namespace.kubectl().run("rollout", "status", "deployment/" + function, "--timeout=170s");
  }

  private String source(String secret) {
    String items =
        namespace.values().keySet().stream()
            .filter(file -> file.startsWith(secret + "/"))
            .map(file -> file.substring(secret.length() + 1))
            .map(file -> "{\"key\": \"%s\", \"path\": \"%s\"}".formatted(file, file))
            .collect(joining(", "));
    return "{\"secret\": {\"name\": \"%s\", \"items\": [%s]}}".formatted(secret, items);
  }

  /** Any with a shell that the nodes find. */
  private static String image() {
    return Kubectl.FUNCTIONS.run(
        "get",
        "deployment",
        "authenticate-user",
        "-o",
        "jsonpath={.spec.template.spec.containers[0].image}");
  }

  /** By a kubectl that restarts nothing. */
  private void interruptARotation() throws IOException {
    Path shim = Files.createDirectory(folder.resolve("shim")).resolve("kubectl");
    Files.writeString(
        shim,
        """
        #!/bin/sh
        case "$*" in *"patch Deployment/"*) exit 1 ;; esac
        PATH=${PATH#*:} exec kubectl "$@"
        """);
    Files.setPosixFilePermissions(shim, PosixFilePermissions.fromString("rwxr-xr-x"));
    String path = shim.getParent() + ":" + System.getenv("PATH");

    assertRefuses("cannot restart", namespace.rotation("mfa-key").with(Map.of("PATH", path)).run());
  }

  private List<String> mfaKeys() {
    return namespace.value("mfa-key", MFA).lines().toList();
  }

  private static void assertSucceeds(Ending ending) {
    assertThat(ending.exitCode()).as(ending.everything()).isZero();
  }

  private static void assertRefuses(String reason, Ending ending) {
    assertThat(ending.exitCode()).as(ending.everything()).isNotZero();
    assertThat(ending.everything()).contains(reason);
  }
}
