package fr.cofrap.devstack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One process of a function, started with the command line of its container. */
public final class FunctionProcess implements AutoCloseable {
  private static final Duration UNTIL_READY = Duration.ofSeconds(60);
  private static final Duration BETWEEN_PROBES = Duration.ofMillis(25);
  private static final Duration UNTIL_KILLED = Duration.ofSeconds(5);

  private final FunctionLaunch launch;
  private final Process process;
  private final ProcessLog log;
  private volatile int port;
  private volatile boolean stopping;
  private volatile Runnable whenStopping = () -> {};

  private FunctionProcess(FunctionLaunch launch, Process process, ProcessLog log) {
    this.launch = launch;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a function and waits until it is ready.
   *
   * @throws StartFailure with the last line of its log if it exits, or is not ready within a minute
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
      Process process =
          launch
              .java("fr.cofrap.runtime.Main")
              .builder()
              .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()))
              .redirectInput(new File("/dev/null"))
              .start();
      if (launch.pidFile().isPresent()) {
        new PidFile(launch.pidFile().get()).write(process.toHandle());
      }
      return new FunctionProcess(launch, process, log);
    } catch (IOException e) {
      throw new StartFailure(launch.function() + " cannot be started: " + e.getMessage(), e);
    }
  }

  /** Probes {@code /_/ready} until it responds with 200, as a container platform would. */
  public void awaitReady() {
    long deadline = System.nanoTime() + UNTIL_READY.toNanos();
    while (!isReady()) {
      if (awaitExit(BETWEEN_PROBES).isPresent()) {
        throw new StartFailure(function() + " does not start: " + lastLine());
      }
      if (Thread.currentThread().isInterrupted() || System.nanoTime() > deadline) {
        kill();
        throw new StartFailure(
            "%s is not ready after %d seconds: %s"
                .formatted(function(), UNTIL_READY.toSeconds(), lastLine()));
      }
    }
  }

  private boolean isReady() {
    if (port().isEmpty()) {
      return false;
    }
    try {
      HttpURLConnection probe =
          (HttpURLConnection) uri().resolve("/_/ready").toURL().openConnection();
      probe.setConnectTimeout(1000);
      probe.setReadTimeout(1000);
      return probe.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Its name, as in the gateway's routes. */
  public String function() {
    return launch.function();
  }

  /**
   * Where it serves: {@code http://127.0.0.1:<port>/}.
   *
   * @throws IllegalStateException until it has logged its port
   */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port().orElseThrow(IllegalStateException::new) + "/");
  }

  private OptionalInt port() {
    if (port == 0) {
      int given = Integer.parseInt(launch.environment().getOrDefault("HTTP_PORT", "0"));
      port = given == 0 ? log.port().orElse(0) : given;
    }
    return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
  }

  /** Its process ID. */
  public long pid() {
    return process.pid();
  }

  /** Whether its process is running. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has logged so far, line by line. */
  public List<String> lines() {
    return log.lines();
  }

  /** The last line of its log, stack traces aside. */
  public String lastLine() {
    return log.lastLine();
  }

  /** Waits for its exit; empty if it still runs after this time. */
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

  /** Sends SIGTERM, and SIGKILL to a process still running five seconds after its grace period. */
  public void stop() {
    askToStop();
    if (awaitExit(launch.shutdownGrace().plus(UNTIL_KILLED)).isEmpty()) {
      process.destroyForcibly();
    }
    deletePidFile();
  }

  /** Sends SIGTERM only; {@link #stop} has to follow. */
  void askToStop() {
    markAsStopping();
    process.destroy();
  }

  /** Sends SIGKILL and waits for the exit. */
  public void kill() {
    markAsStopping();
    process.destroyForcibly();
    awaitExit(UNTIL_KILLED);
    deletePidFile();
  }

  private void markAsStopping() {
    stopping = true;
    whenStopping.run();
  }

  /** Whether its exit is intended, so that it should not be restarted. */
  boolean isStopping() {
    return stopping;
  }

  /** Runs this before the process is asked to stop. */
  void whenStopping(Runnable action) {
    whenStopping = action;
  }

  CompletableFuture<Integer> exitCode() {
    return process.onExit().thenApply(Process::exitValue);
  }

  FunctionLaunch launch() {
    return launch;
  }

  void deletePidFile() {
    try {
      if (launch.pidFile().isPresent()) {
        Files.deleteIfExists(launch.pidFile().get());
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
