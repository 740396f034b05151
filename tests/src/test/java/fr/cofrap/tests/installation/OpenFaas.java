package fr.cofrap.tests.installation;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.docker.Foundation;
import fr.cofrap.tests.docker.FunctionLaunch;
import fr.cofrap.tests.docker.Images;
import fr.cofrap.tests.docker.Progress;
import fr.cofrap.tests.openfaas.FaasCli;
import fr.cofrap.tests.openfaas.Gateway;
import fr.cofrap.tests.openfaas.Pod;
import fr.cofrap.tests.openfaas.SlowFunction;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The service on OpenFaaS' own programs: built by faas-cli, under of-watchdog, behind the gateway.
 */
public final class OpenFaas implements Replicated {
  private final Path folder;
  private final FaasCli faasCli;
  private final Foundation foundation;
  private final Gateway gateway;
  private final Map<Operation, Deque<Pod>> pods = new EnumMap<>(Operation.class);

  private Optional<String> slowImage = Optional.empty();

  private OpenFaas(Path folder, FaasCli faasCli, Foundation foundation, Gateway gateway) {
    this.folder = folder;
    this.faasCli = faasCli;
    this.foundation = foundation;
    this.gateway = gateway;
  }

  /** With two replicas of each function. */
  public static OpenFaas start(String name) {
    Path folder = Workspace.folder(name);
    FaasCli faasCli = FaasCli.inCheckout(folder.resolve("checkout"));
    Progress.print("building with faas-cli");
    faasCli.command("build", "-f", "stack.yml").output();
    faasCli.command("push", "-f", "stack.yml").output();
    Foundation foundation = Foundation.lay(name, folder, Images.admin());
    Gateway gateway = Gateway.start(foundation.network(), folder);
    OpenFaas service = new OpenFaas(folder, faasCli, foundation, gateway);
    service.scaleTo(2);
    return service;
  }

  public Gateway gateway() {
    return gateway;
  }

  public Foundation foundation() {
    return foundation;
  }

  public FunctionLaunch launchOf(Operation operation) {
    return patient(launch(operation, FaasCli.image(operation.function())));
  }

  /** With time limits that no request reaches on a busy machine: they have a test of their own. */
  public static FunctionLaunch patient(FunctionLaunch launch) {
    return launch.with(
        "--env=exec_timeout=60s", "--env=read_timeout=60s", "--env=write_timeout=60s");
  }

  /** Another image, deployed like this function: as faas-netes' {@code setNonRootUser} has it. */
  public FunctionLaunch launch(Operation like, String image) {
    return foundation
        .launch(like.function(), image)
        .listeningOn(8080, "/_/health")
        .with("--env=HTTP_ADDRESS=127.0.0.1", "--user=12000:0");
  }

  /** A function that responds after as many seconds as the body says, deployed like the others. */
  public FunctionLaunch slowLaunch() {
    if (slowImage.isEmpty()) {
      slowImage = Optional.of(SlowFunction.build(faasCli));
    }
    return launch(Operation.AUTHENTICATE_USER, slowImage.get());
  }

  public List<Pod> pods(Operation operation) {
    return List.copyOf(of(operation));
  }

  private Deque<Pod> of(Operation operation) {
    return pods.computeIfAbsent(operation, _ -> new ArrayDeque<>());
  }

  @Override
  public Api api() {
    return Api.through(gateway.uri());
  }

  @Override
  public Database database() {
    return new Database(foundation.postgres().administrator("cofrap"));
  }

  @Override
  public List<URI> replicas(Operation operation, int atLeast) {
    if (of(operation).size() < atLeast) {
      scaleTo(atLeast);
    }
    return of(operation).stream().map(Pod::address).toList();
  }

  @Override
  public List<Path> files(String folder) {
    return Workspace.files(folder);
  }

  @Override
  public void scaleTo(int replicas) {
    for (Operation operation : Operation.values()) {
      while (of(operation).size() < replicas) {
        of(operation).add(gateway.start(operation.function(), launchOf(operation)));
      }
      while (of(operation).size() > replicas) {
        of(operation).remove().end();
      }
    }
  }

  @Override
  public void restart() {
    List<Integer> exitCodes = restart(launch -> launch);
    if (exitCodes.stream().anyMatch(code -> code != 0)) {
      throw new AssertionError("Not every container ended with 0: " + exitCodes);
    }
  }

  /**
   * Replaces every replica with one that is started with a change.
   *
   * @return the exit codes of the old ones
   */
  public List<Integer> restart(UnaryOperator<FunctionLaunch> change) {
    List<Integer> exitCodes = new ArrayList<>();
    Arrays.stream(Operation.values())
        .forEach(operation -> {
          FunctionLaunch launch = change.apply(launchOf(operation));
          for (Pod old : pods(operation)) {
            of(operation).add(gateway.start(operation.function(), launch));
            of(operation).remove(old);
            exitCodes.add(old.end());
          }
        });
    return exitCodes;
  }

  @Override
  public void close() {
    pods.values().stream().flatMap(Deque::stream).forEach(Pod::close);
    gateway.close();
    foundation.close();
    Workspace.keepLogs(folder, folder.resolve("logs"));
  }
}
