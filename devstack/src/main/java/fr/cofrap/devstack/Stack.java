package fr.cofrap.devstack;

import fr.cofrap.devstack.data.DataFolder;
import fr.cofrap.devstack.data.FolderLock;
import fr.cofrap.devstack.data.FunctionSettings;
import fr.cofrap.devstack.data.SecretFile;
import fr.cofrap.devstack.data.StackSecrets;
import fr.cofrap.devstack.gateway.Gateway;
import fr.cofrap.devstack.postgres.PostgresPrograms;
import fr.cofrap.devstack.postgres.PostgresServer;
import fr.cofrap.devstack.postgres.Schema;
import fr.cofrap.devstack.process.FunctionGroup;
import fr.cofrap.devstack.process.FunctionLaunch;
import fr.cofrap.devstack.process.FunctionProcess;
import fr.cofrap.devstack.process.PidFile;
import fr.cofrap.devstack.process.ProcessLog;
import fr.cofrap.devstack.process.Replicas;
import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole service on this machine: PostgreSQL, the three functions as processes of their own, the
 * gateway in front. Closing it stops everything; the data stays.
 */
public final class Stack implements AutoCloseable {
  private static final int DATABASE_RESTARTS = 5;

  private final StackOptions options;
  private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
  private final Map<String, FunctionGroup> functions = new ConcurrentHashMap<>();
  private @Nullable DataFolder folder;
  private @Nullable PostgresServer database;
  private @Nullable Gateway gateway;
  private boolean closed;

  private Stack(StackOptions options) {
    this.options = options;
  }

  /**
   * Starts everything and waits until all functions are ready.
   *
   * @throws StartFailure if anything does not start; then nothing is left running
   */
  public static Stack start(StackOptions options) {
    Stack stack = new Stack(options);
    try {
      stack.start();
      return stack;
    } catch (RuntimeException | Error e) {
      stack.close();
      throw e;
    }
  }

  /** A stack that is not started yet, so that it can be closed while it starts. */
  static Stack prepare(StackOptions options) {
    return new Stack(options);
  }

  void start() {
    try {
      DataFolder data = DataFolder.in(options.folder);
      folder = data;
      willClose(FolderLock.take(data));
      StackFile stackFile = StackFile.in(options.repository);
      Map<String, String> settings = settings(data, stackFile);
      Gateway entrance = Gateway.bind(options.port);
      willClose(entrance);
      PidFile.stopOrphans(data.run(), options.progress);
      ProcessLog.rotate(data.logs());
      StackSecrets secrets =
          StackSecrets.in(
              data.secrets(), SecretFile.in(options.repository), Files.exists(data.postgres()));
      PostgresServer server = startDatabase(data, secrets);
      Map<String, String> environment = environment(server, settings);
      startFunctions(data, stackFile.functions(), secrets, environment);
      options.progress.accept("[5/5] Gateway");
      entrance.serve(
          routes(),
          options.repository.resolve("frontend"),
          options.behindTls,
          "closed".equals(environment.get("SIGN_UP")));
      gateway = entrance;
    } catch (IOException e) {
      throw new StartFailure("the data folder cannot be used: " + e, e);
    }
  }

  /** Rejects invalid settings before anything is started. */
  private Map<String, String> settings(DataFolder data, StackFile stackFile) throws IOException {
    FunctionSettings settings =
        FunctionSettings.of(stackFile.settings(), data.settings(), options.settings);
    String any = stackFile.functions().getFirst().name();
    settings.check(launch(any, data, Map.of()));
    settings.keep();
    settings.origins().forEach(options.progress);
    return settings.values();
  }

  private Map<String, String> environment(PostgresServer server, Map<String, String> settings) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "HTTP_ADDRESS", "127.0.0.1",
                "HTTP_PORT", "0",
                "SHUTDOWN_GRACE", "PT0S",
                // The gateway, and a TLS proxy in front of it.
                "TRUSTED_PROXIES", options.behindTls ? "2" : "1",
                "DB_HOST", "127.0.0.1",
                "DB_PORT", Integer.toString(server.port()),
                "DB_NAME", PostgresServer.DATABASE,
                "DB_USER", "cofrap_app",
                "DB_SSLMODE", "disable"));
    environment.putAll(settings);
    environment.putAll(options.environment);
    return environment;
  }

  private FunctionLaunch launch(String function, DataFolder data, Map<String, String> environment)
      throws IOException {
    return new FunctionLaunch(
        function,
        options.repository,
        environment,
        data.logs().resolve(function + ".log"),
        Optional.of(data.run().resolve(function + ".pid")));
  }

  private PostgresServer startDatabase(DataFolder data, StackSecrets secrets) throws IOException {
    options.progress.accept("[3/5] PostgreSQL");
    PostgresServer server =
        new PostgresServer(
            data.postgres(),
            data.logs().resolve("postgres.log"),
            PostgresPrograms.in(options.binaries),
            secrets);
    willClose(server);
    database = server;
    server.start();
    new Schema(server, secrets).bringUpToDate();
    if (options.databaseStopped) {
      server.stop();
    } else {
      restartAfterCrash(server, DATABASE_RESTARTS);
    }
    return server;
  }

  private void restartAfterCrash(PostgresServer server, int timesLeft) {
    server.onCrash(() -> {
      if (timesLeft == 0) {
        options.progress.accept("PostgreSQL exited too often: it stays stopped");
        return;
      }
      options.progress.accept("PostgreSQL exited by itself - restarting it");
      try {
        server.start();
        restartAfterCrash(server, timesLeft - 1);
      } catch (StartFailure failure) {
        options.progress.accept(String.valueOf(failure.getMessage()));
      }
    });
  }

  private void startFunctions(
      DataFolder data,
      List<StackFile.Function> all,
      StackSecrets secrets,
      Map<String, String> environment)
      throws IOException {
    options.progress.accept("[4/5] Functions");
    for (StackFile.Function function : all) {
      Path mounted = secrets.folderFor(function.name(), function.secrets());
      FunctionLaunch launch = launch(function.name(), data, environment).withSecrets(mounted);
      FunctionGroup group = new FunctionGroup(launch, options.progress);
      willClose(group);
      functions.put(function.name(), group);
    }
    List<FunctionProcess> launched =
        functions.values().stream().map(FunctionGroup::launch).toList();
    launched.forEach(process -> group(process.function()).admit(process));
  }

  private Map<String, Replicas> routes() {
    return functions.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().replicas()));
  }

  /** Where the gateway serves: {@code http://127.0.0.1:<port>/}. */
  public URI gateway() {
    return Objects.requireNonNull(gateway, "not started").address();
  }

  /** The database server. */
  public PostgresServer database() {
    return Objects.requireNonNull(database, "not started");
  }

  /** The folder with a log for each process; those of the last run end in {@code .previous}. */
  public Path logs() {
    try {
      return Objects.requireNonNull(folder, "not started").logs();
    } catch (IOException e) {
      throw new StartFailure("the logs cannot be found", e);
    }
  }

  /** The running processes of a function. */
  public List<FunctionProcess> replicas(String function) {
    return group(function).processes();
  }

  /** Starts one more process of a function, waits until it is ready, and sends it requests. */
  public FunctionProcess startReplica(String function) {
    FunctionGroup group = group(function);
    return group.admit(group.launch());
  }

  /**
   * How this stack starts a function, for whoever starts one with a change. That process has a log
   * of its own, gets no requests from the gateway, and is not stopped with the stack.
   */
  public FunctionLaunch launchOf(String function) {
    return group(function).nextOutside();
  }

  private FunctionGroup group(String function) {
    FunctionGroup group = functions.get(function);
    if (group == null) {
      throw new IllegalArgumentException("no such function: " + function);
    }
    return group;
  }

  /** Registers a part to close; closes it immediately if the stack was closed meanwhile. */
  private synchronized void willClose(AutoCloseable part) {
    toClose.push(part);
    if (closed) {
      closeAll();
      throw new StartFailure("the stack is being stopped");
    }
  }

  /** Stops the gateway, the functions and PostgreSQL, in this order. */
  @Override
  public synchronized void close() {
    closed = true;
    closeAll();
  }

  private void closeAll() {
    functions.values().forEach(group -> quietly(group::askToStop));
    while (!toClose.isEmpty()) {
      quietly(toClose.pop());
    }
  }

  /** A part that fails to stop must not keep the others running. */
  private void quietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      options.progress.accept("while stopping: " + e);
    }
  }
}
