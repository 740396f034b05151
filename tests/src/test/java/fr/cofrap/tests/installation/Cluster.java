package fr.cofrap.tests.installation;

import fr.cofrap.tests.Pause;
import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.kubernetes.KeptOptions;
import fr.cofrap.tests.kubernetes.Kubectl;
import fr.cofrap.tests.kubernetes.ServiceSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The service that {@code start_full_demo.sh cluster} has deployed. This machine must reach pods
 * and services by their addresses, as a node does. The tables are emptied at the start and at the
 * end: it must not be a service that is in use.
 */
public final class Cluster implements Replicated {
  private static final Duration HUNG = Duration.ofMinutes(3);

  private final Path folder;
  private final KeptOptions options;
  private final List<Process> logs = new ArrayList<>();

  private Cluster(Path folder, KeptOptions options) {
    this.folder = folder;
    this.options = options;
  }

  /** With two replicas of each function. */
  public static Cluster current() {
    Path folder = Workspace.folder("cluster");
    Cluster cluster = new Cluster(folder, KeptOptions.read());
    try {
      Files.createDirectories(folder.resolve("logs"));
      ServiceSecrets.copyTo(Files.createDirectories(folder.resolve("secrets")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cluster.emptyTables();
    cluster.scaleTo(2);
    cluster.follow(Kubectl.OPENFAAS, "deployment/gateway", "gateway");
    return cluster;
  }

  @Override
  public Api api() {
    String address =
        Kubectl.OPENFAAS.run("get", "service", "gateway", "-o", "jsonpath={.spec.clusterIP}");
    return Api.through(URI.create("http://" + address + ":8080/"));
  }

  @Override
  public Database database() {
    return new Database(options.administrator("cofrap"));
  }

  @Override
  public List<URI> replicas(Operation operation, int atLeast) {
    List<Kubectl.Pod> pods = Kubectl.FUNCTIONS.pods(operation.function());
    if (pods.size() < atLeast) {
      throw new IllegalStateException("Not enough pods of " + operation + ": " + pods);
    }
    return pods.stream().map(pod -> URI.create("http://" + pod.ip() + ":8080/")).toList();
  }

  @Override
  public List<Path> files(String folder) {
    return Workspace.files(folder);
  }

  @Override
  public void scaleTo(int replicas) {
    for (Operation operation : Operation.values()) {
      String deployment = "deployment/" + operation;
      // The tests sign up more users in a minute than a service should accept.
      Kubectl.FUNCTIONS.run(
          "set", "env", deployment, "SIGN_UPS_PER_MINUTE=100000", "SIGN_UPS_PER_SOURCE=10000");
      Kubectl.FUNCTIONS.run("scale", deployment, "--replicas=" + replicas);
    }
    restart();
    for (Operation operation : Operation.values()) {
      Kubectl.FUNCTIONS
          .pods(operation.function())
          .forEach(pod -> follow(Kubectl.FUNCTIONS, pod.name(), pod.name()));
    }
  }

  /** One function after the other, each until its old pods have ended. */
  @Override
  public void restart() {
    for (Operation operation : Operation.values()) {
      Kubectl.FUNCTIONS.run("rollout", "restart", "deployment/" + operation);
      Kubectl.FUNCTIONS
          .command("rollout", "status", "deployment/" + operation, "--timeout=170s")
          .output();
      awaitEnded(operation);
    }
  }

  /** Pods that are being stopped keep serving for a while. */
  private static void awaitEnded(Operation operation) {
    Instant end = Instant.now().plus(HUNG);
    while (!Kubectl.FUNCTIONS.endingPods(operation.function()).isEmpty()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("Pods of " + operation + " do not end");
      }
      Pause.of(Duration.ofSeconds(1));
    }
  }

  private void follow(Kubectl kubectl, String what, String name) {
    logs.add(
        kubectl
            .command("logs", "--follow", "--all-containers", what)
            .inBackground(folder.resolve("logs/" + name + ".log")));
  }

  private void emptyTables() {
    try (Connection connection = options.administrator("cofrap").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE users, pending_credentials, code_attempts");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    emptyTables();
    logs.forEach(Process::destroy);
    Workspace.keepLogs(folder, folder.resolve("logs"));
  }
}
