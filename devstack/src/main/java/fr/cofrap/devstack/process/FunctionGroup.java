package fr.cofrap.devstack.process;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The processes of one function. One that exits by itself is restarted, as a container platform
 * would, but not forever.
 */
public final class FunctionGroup implements AutoCloseable {
  private static final int RESTARTS = 5;
  private static final long PAUSE_MILLIS = 500;

  private final FunctionLaunch first;
  private final Consumer<String> progress;
  private final Replicas replicas = new Replicas();
  private final List<FunctionProcess> processes = new CopyOnWriteArrayList<>();
  private final AtomicInteger launched = new AtomicInteger();
  private final AtomicInteger restarts = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param first how the first process is started
   */
  public FunctionGroup(FunctionLaunch first, Consumer<String> progress) {
    this.first = first;
    this.progress = progress;
  }

  private FunctionLaunch next() {
    return first.numbered(launched.incrementAndGet());
  }

  /** How to start a process outside of this group, with a log of its own. */
  public FunctionLaunch nextOutside() {
    return next().withoutPidFile();
  }

  public Replicas replicas() {
    return replicas;
  }

  public List<FunctionProcess> processes() {
    return List.copyOf(processes);
  }

  /** Starts one more process, without waiting for it; {@link #admit} has to follow. */
  public FunctionProcess launch() {
    return launch(next());
  }

  private synchronized FunctionProcess launch(FunctionLaunch launch) {
    if (closing.getCount() == 0) {
      throw new StartFailure("the stack is being stopped");
    }
    FunctionProcess process = FunctionProcess.launch(launch);
    processes.add(process);
    return process;
  }

  /** Waits until the process is ready; from then on it gets requests. */
  public FunctionProcess admit(FunctionProcess process) {
    try {
      process.awaitReady();
    } catch (StartFailure failure) {
      process.kill();
      processes.remove(process);
      throw failure;
    }
    replicas.add(process.uri());
    process.whenStopping(() -> replicas.remove(process.uri()));
    var _ = process.exitCode().thenAcceptAsync(code -> exited(process, code), watchers);
    return process;
  }

  private void exited(FunctionProcess process, int code) {
    replicas.remove(process.uri());
    process.deletePidFile();
    processes.remove(process);
    if (process.isStopping() || isClosingSoon()) {
      return;
    }
    String what =
        "%s exited with code %d; the last line of its log: %s"
            .formatted(process.function(), code, process.lastLine());
    while (restarts.incrementAndGet() <= RESTARTS) {
      progress.accept(what + " - restarting it");
      try {
        admit(launch(process.launch()));
        return;
      } catch (StartFailure failure) {
        what = String.valueOf(failure.getMessage());
      }
      if (isClosingSoon()) {
        return;
      }
    }
    progress.accept(what + " - too many restarts: it stays stopped");
  }

  /** Ctrl-C ends the functions too, and that is nothing to report. */
  private boolean isClosingSoon() {
    try {
      return closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Asks every process to stop; {@link #close} waits for them. */
  public synchronized void askToStop() {
    closing.countDown();
    processes.forEach(FunctionProcess::askToStop);
  }

  @Override
  public void close() {
    askToStop();
    processes.forEach(FunctionProcess::stop);
    watchers.shutdown();
  }
}
