package fr.cofrap.acceptance;

import fr.cofrap.local.FunctionLaunch;
import fr.cofrap.local.FunctionProcess;
import fr.cofrap.local.PostgresServer;
import fr.cofrap.local.Stack;
import fr.cofrap.local.StackOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A running service of its own: database, functions, gateway. */
final class Installation implements AutoCloseable {
  /** The tests sign up more users in a minute than a service should let in. */
  private static final Map<String, String> FOR_TESTS = Map.of("SIGN_UPS_PER_MINUTE", "100000");

  private final Path folder;
  private final Stack stack;

  private Installation(Path folder, Stack stack) {
    this.folder = folder;
    this.stack = stack;
  }

  static Installation start(String name, Map<String, String> environment) {
    Path folder = Workspace.folder(name);
    return new Installation(folder, Stack.start(options(folder, environment)));
  }

  static Installation startWithDatabaseStopped(String name) {
    Path folder = Workspace.folder(name);
    return new Installation(folder, Stack.start(options(folder, Map.of()).withDatabaseStopped()));
  }

  private static StackOptions options(Path folder, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(FOR_TESTS);
    all.putAll(environment);
    return StackOptions.in(folder).withBinaries(Workspace.postgresPrograms()).withEnvironment(all);
  }

  Api api() {
    return Api.through(stack.gateway());
  }

  PostgresServer server() {
    return stack.database();
  }

  Database database() {
    return new Database(stack.database().ownerDataSource());
  }

  List<FunctionProcess> processes(Operation operation) {
    return stack.replicas(operation.function());
  }

  /** Starts a second process of a function if there is but one. */
  TwoProcesses twoProcesses(Operation operation) {
    while (processes(operation).size() < 2) {
      stack.startReplica(operation.function());
    }
    return new TwoProcesses(
        processes(operation).stream().limit(2).map(it -> Api.of(it.uri())).toList());
  }

  /** How a function is started here, with a log of this name, to start it with a change. */
  FunctionLaunch launchOf(Operation operation, String name) {
    return stack.launchOf(operation.function()).withLog(stack.logs().resolve(name + ".log"));
  }

  @Override
  public void close() {
    stack.close();
    Workspace.keepLogs(folder, stack.logs());
  }
}
