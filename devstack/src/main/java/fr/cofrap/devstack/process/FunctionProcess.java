package fr.cofrap.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One process of a function, started with the command line of its container. */
public final class FunctionProcess implements AutoCloseable {
  private static final Duration UNTIL_READY = Duration.ofSeconds(60);
  private static final Duration UNTIL_KILLED = Duration.ofSeconds(5);

  private final FunctionLaunch launch;
  private final Process process;
  private final ProcessLog log;
  private volatile int port;
  private volatile boolean endWanted;
  private volatile Runnable beforeEnd = () -> {};

  private FunctionProcess(FunctionLaunch launch, Process process, ProcessLog log) {
    this.launch = launch;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a function and waits until it is ready.
   *
   * @throws StartFailure with its last words if it ends, or is not ready within a minute
   */
  public static FunctionProcess start(FunctionLaunch launch) {
    FunctionProcess process = launch(launch);
    process.awaitReady();
    return process;
  }

  /**
   * Starts a function and does not wait for it.
   *
   * @throws StartFailure if it is not built
   */
  public static FunctionProcess launch(FunctionLaunch launch) {
    if (!Files.isDirectory(launch.application())) {
      throw new StartFailure(launch.function() + " is not built: " + launch.application());
    }
    try {
      ProcessLog log = ProcessLog.at(launch.log());
      Process process = builder(launch).start();
      if (launch.pidFile().isPresent()) {
        new PidFile(launch.pidFile().get()).write(process.toHandle());
      }
      return new FunctionProcess(launch, process, log);
    } catch (IOException e) {
      throw new StartFailure(launch.function() + " cannot be started: " + e.getMessage(), e);
    }
  }

  private static ProcessBuilder builder(FunctionLaunch launch) {
    ProcessBuilder builder = launch.java("fr.cofrap.runtime.Main");
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    return builder;
  }

  /** Waits until it is ready; see {@link #start}. */
  public void awaitReady() {
    ReadinessProbe.await(this, UNTIL_READY);
  }

  /** Its name, as in the gateway's routes. */
  public String function() {
    return launch.function();
  }

  /**
   * Where it serves: {@code http://127.0.0.1:<port>/}.
   *
   * @throws IllegalStateException as long as it has not said so
   */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port().orElseThrow(IllegalStateException::new) + "/");
  }

  public OptionalInt port() {
    if (port == 0) {
      int told = Integer.parseInt(launch.environment().getOrDefault("HTTP_PORT", "0"));
      port = told == 0 ? log.port().orElse(0) : told;
    }
    return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
  }

  /** The number of its process. */
  public long pid() {
    return process.pid();
  }

  /** Whether its process runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has logged so far, line by line. */
  public List<String> lines() {
    return log.lines();
  }

  /** The last line it logged that says something. */
  public String lastWord() {
    return log.lastWord();
  }

  /** Waits for its end; empty if it still runs after this time. */
  public OptionalInt awaitExit(Duration atMost) {
    try {
      return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)
          ? OptionalInt.of(process.exitValue())
          : OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  public int exitCode() {
    return process.exitValue();
  }

  /** Sends SIGTERM, and SIGKILL to a process still running five seconds after its grace period. */
  public void stop() {
    askToStop();
    if (awaitExit(launch.shutdownGrace().plus(UNTIL_KILLED)).isEmpty()) {
      process.destroyForcibly();
    }
    forget();
  }

  /** Sends SIGTERM only; to be followed by {@link #stop}. */
  public void askToStop() {
    wantEnd();
    process.destroy();
  }

  /** Sends SIGKILL and waits for the end. */
  public void kill() {
    wantEnd();
    process.destroyForcibly();
    awaitExit(UNTIL_KILLED);
    forget();
  }

  /** Whether it was told to end, and so is not to be started again. */
  public boolean endWanted() {
    return endWanted;
  }

  /** What to do first when it is told to end. */
  public void beforeEnd(Runnable action) {
    beforeEnd = action;
  }

  private void wantEnd() {
    endWanted = true;
    beforeEnd.run();
  }

  public CompletableFuture<FunctionProcess> onExit() {
    return process.onExit().thenApply(ended -> this);
  }

  public FunctionLaunch howStarted() {
    return launch;
  }

  /** Takes away the note about a process that has ended. */
  public void forget() {
    try {
      if (launch.pidFile().isPresent()) {
        new PidFile(launch.pidFile().get()).delete();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
