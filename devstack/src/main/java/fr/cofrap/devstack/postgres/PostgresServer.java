package fr.cofrap.devstack.postgres;

import fr.cofrap.devstack.data.StackSecrets;
import fr.cofrap.devstack.process.Command;
import fr.cofrap.devstack.process.FreePort;
import fr.cofrap.devstack.process.ProcessLog;
import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.commons.io.FileUtils;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of our own on 127.0.0.1, with its data in a folder. Every role needs its
 * password. It can be stopped and restarted, on the same port.
 */
public final class PostgresServer implements AutoCloseable {
  public static final String DATABASE = "cofrap";
  private static final int ATTEMPTS = 5;

  private final Path data;
  private final Path log;
  private final PostgresPrograms programs;
  private final StackSecrets secrets;
  private int port;
  private boolean closed;
  private volatile boolean stopWanted;

  public PostgresServer(Path data, Path log, PostgresPrograms programs, StackSecrets secrets) {
    this.data = data;
    this.log = log;
    this.programs = programs;
    this.secrets = secrets;
  }

  /**
   * Starts the server. A new folder is initialized first, and a server that a killed run left on an
   * existing one is stopped. The first start chooses the port.
   *
   * @throws StartFailure with the last line of the server's log if it does not start
   */
  public synchronized void start() {
    if (closed) {
      throw new StartFailure("PostgreSQL is being stopped");
    }
    PostgresPrograms.whyRootCannot()
        .ifPresent(reason -> {
          throw new StartFailure(reason);
        });
    try {
      if (!Files.exists(data)) {
        initialize();
      }
      if (isRunning()) {
        stop();
      }
      startOnPort();
      stopWanted = false;
    } catch (IOException e) {
      throw new StartFailure("PostgreSQL cannot be started: " + e.getMessage(), e);
    }
  }

  /** Stops the server (a fast shutdown: open transactions fail, committed data is kept). */
  public synchronized void stop() {
    stopWanted = true;
    try {
      Optional<ProcessHandle> server = new PostmasterFile(data).runningServer();
      if (server.isEmpty()) {
        return;
      }
      Command.Result result = control("stop", "-m", "fast", "-w", "-t", "15");
      if (result.exitCode() != 0) {
        control("stop", "-m", "immediate", "-w", "-t", "5");
      }
    } catch (IOException e) {
      throw new StartFailure("PostgreSQL cannot be stopped: " + e.getMessage(), e);
    }
  }

  /** Runs this once if the current server exits without having been stopped. */
  public void onCrash(Runnable action) {
    ProcessHandle.of(pid())
        .ifPresent(server -> {
          var _ =
              server
                  .onExit()
                  .thenRunAsync(() -> {
                    if (!stopWanted) {
                      action.run();
                    }
                  });
        });
  }

  /** Whether a server runs on this folder. */
  public synchronized boolean isRunning() {
    try {
      return new PostmasterFile(data).runningServer().isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** The server's process ID; 0 when it is stopped. */
  public long pid() {
    try {
      return new PostmasterFile(data).runningServer().map(ProcessHandle::pid).orElse(0L);
    } catch (IOException e) {
      return 0;
    }
  }

  /** The port on 127.0.0.1; 0 before the first start. */
  public synchronized int port() {
    return port;
  }

  /** For the service's database, without user or password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + DATABASE + "?sslmode=disable";
  }

  /** Connections of the schema's owner to the service's database, a new one each time. */
  public DataSource ownerDataSource() {
    return dataSource("cofrap_owner", DATABASE);
  }

  /** Connections of the role that the functions use. */
  public DataSource appDataSource() {
    return dataSource("cofrap_app", DATABASE);
  }

  public DataSource superuserDataSource(String database) {
    return dataSource("postgres", database);
  }

  private DataSource dataSource(String user, String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port()});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setSslMode("disable");
    source.setConnectTimeout(5);
    try {
      source.setPassword(secrets.passwordOf(user));
    } catch (IOException e) {
      throw new StartFailure("the password of " + user + " cannot be read: " + e.getMessage(), e);
    }
    return source;
  }

  /** Initializes a folder beside the final one and renames it, so that half of one never counts. */
  private void initialize() throws IOException {
    Path part = data.resolveSibling(data.getFileName() + ".part");
    FileUtils.deleteDirectory(part.toFile());
    List<String> command = new ArrayList<>(programs.command("initdb"));
    command.addAll(
        List.of(
            "--pgdata=" + part,
            "--username=postgres",
            "--pwfile=" + secrets.passwordFileOf("postgres"),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C"));
    Command.Result result = Command.of(command).run();
    if (result.exitCode() != 0) {
      throw new StartFailure("PostgreSQL cannot initialize its data folder: " + result.lastLine());
    }
    new PostgresSettings(part).adopt();
    Files.move(part, data);
  }

  private void startOnPort() throws IOException {
    boolean portIsFixed = port != 0;
    String lastLines = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      port = portIsFixed ? port : FreePort.choose();
      new PostgresSettings(data).write(port);
      ProcessLog log = ProcessLog.at(this.log);
      if (control("start", "-w", "-t", "60", "-l", this.log.toString()).exitCode() == 0) {
        return;
      }
      lastLines = log.lastLine();
    }
    throw new StartFailure("PostgreSQL does not start: " + lastLines);
  }

  private Command.Result control(String action, String... options) throws IOException {
    List<String> command = new ArrayList<>(programs.command("pg_ctl"));
    command.addAll(List.of(action, "-D", data.toString(), "-s"));
    command.addAll(List.of(options));
    return Command.of(command).run();
  }

  /** Stops the server and keeps it from being restarted. */
  @Override
  public synchronized void close() {
    closed = true;
    stop();
  }
}
