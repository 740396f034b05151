package fr.cofrap.tests.installation;

import fr.cofrap.devstack.Stack;
import fr.cofrap.devstack.StackOptions;
import fr.cofrap.devstack.postgres.PostgresServer;
import fr.cofrap.devstack.process.FunctionLaunch;
import fr.cofrap.devstack.process.FunctionProcess;
import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.Operation;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service on this machine, of the tests' own: database, functions, gateway. */
public final class OneMachine implements Installation {
  /** The tests sign up more users in a minute than a service should accept. */
  private static final Map<String, String> FOR_TESTS =
      Map.of("SIGN_UPS_PER_MINUTE", "100000", "SIGN_UPS_PER_SOURCE", "10000");

  private final Path folder;
  private final Stack stack;

  private OneMachine(Path folder, Stack stack) {
    this.folder = folder;
    this.stack = stack;
  }

  public static OneMachine start(String name, Map<String, String> environment) {
    Path folder = Workspace.folder(name);
    return new OneMachine(folder, Stack.start(options(folder, environment)));
  }

  public static OneMachine startWithDatabaseStopped(String name) {
    Path folder = Workspace.folder(name);
    return new OneMachine(folder, Stack.start(options(folder, Map.of()).withDatabaseStopped()));
  }

  private static StackOptions options(Path folder, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(FOR_TESTS);
    all.putAll(environment);
    return StackOptions.in(folder).withBinaries(Workspace.postgresPrograms()).withEnvironment(all);
  }

  @Override
  public Api api() {
    return Api.through(stack.gateway());
  }

  /** Where the gateway serves. */
  public URI gateway() {
    return stack.gateway();
  }

  public PostgresServer server() {
    return stack.database();
  }

  @Override
  public Database database() {
    return new Database(stack.database().ownerDataSource());
  }

  public List<FunctionProcess> processes(Operation operation) {
    return stack.replicas(operation.function());
  }

  @Override
  public List<URI> replicas(Operation operation, int atLeast) {
    while (processes(operation).size() < atLeast) {
      stack.startReplica(operation.function());
    }
    return processes(operation).stream().map(FunctionProcess::uri).toList();
  }

  @Override
  public List<Path> files(String folder) {
    return Workspace.files(folder);
  }

  /** How a function is started here, for a start with a change and a log of this name. */
  public FunctionLaunch launchOf(Operation operation, String name) {
    return stack.launchOf(operation.function()).withLog(stack.logs().resolve(name + ".log"));
  }

  @Override
  public void close() {
    stack.close();
    Workspace.keepLogs(folder, stack.logs());
  }
}
