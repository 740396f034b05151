package fr.cofrap.devstack.process;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The processes of one function. One that ends by itself is started again, as a container platform
 * would, but not for ever.
 */
public final class FunctionGroup implements AutoCloseable {
  private static final int RESTARTS = 5;
  private static final long PAUSE_MILLIS = 500;

  private final LaunchPlan plan;
  private final Progress progress;
  private final Replicas replicas = new Replicas();
  private final List<FunctionProcess> processes = new CopyOnWriteArrayList<>();
  private final AtomicInteger launched = new AtomicInteger();
  private final AtomicInteger restarts = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();

  public FunctionGroup(LaunchPlan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /** How to start a process that is none of ours, with a log of its own. */
  public FunctionLaunch launchApart() {
    return plan.launch(launched.incrementAndGet()).withoutPidFile();
  }

  public Replicas replicas() {
    return replicas;
  }

  public List<FunctionProcess> processes() {
    return List.copyOf(processes);
  }

  /** Starts one more process, without waiting for it; {@link #admit} is to follow. */
  public FunctionProcess launch() {
    return launch(plan.launch(launched.incrementAndGet()));
  }

  /** Waits until the process is ready, and sends it calls from then on. */
  public FunctionProcess admit(FunctionProcess process) {
    try {
      process.awaitReady();
    } catch (StartFailure failure) {
      process.kill();
      processes.remove(process);
      throw failure;
    }
    replicas.add(process.uri());
    process.beforeEnd(() -> replicas.remove(process.uri()));
    var _ = process.onExit().thenAcceptAsync(this::ended, watchers);
    return process;
  }

  private synchronized FunctionProcess launch(FunctionLaunch launch) {
    if (closing.getCount() == 0) {
      throw new StartFailure("the stack is being stopped");
    }
    FunctionProcess process = FunctionProcess.launch(launch);
    processes.add(process);
    return process;
  }

  private void ended(FunctionProcess process) {
    replicas.remove(process.uri());
    process.forget();
    processes.remove(process);
    if (process.endWanted() || isClosingSoon()) {
      return;
    }
    String what =
        "%s ended with exit code %d; its last words: %s"
            .formatted(process.function(), process.exitCode(), process.lastWord());
    while (restarts.incrementAndGet() <= RESTARTS) {
      progress.report(what + " - starting it again");
      try {
        admit(launch(process.howStarted()));
        return;
      } catch (StartFailure failure) {
        what = String.valueOf(failure.getMessage());
      }
      if (isClosingSoon()) {
        return;
      }
    }
    progress.report(what + " - that was too often: it stays stopped");
  }

  /** Ctrl-C ends the functions too: no time to speak of accidents. */
  private boolean isClosingSoon() {
    try {
      return closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Tells every process to end; {@link #close} waits for them. */
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
