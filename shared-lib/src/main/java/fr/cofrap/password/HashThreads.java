package fr.cofrap.password;

import fr.cofrap.Unavailable;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * The platform threads that hash, each with memory of its own.
 *
 * <p>A hash never yields its carrier, so on virtual threads it would stall every other request.
 */
public final class HashThreads implements AutoCloseable {
  private static final Duration SHORTEST_RETRY = Duration.ofSeconds(1);

  private final ExecutorService threads;
  private final ThreadLocal<Argon2id> argon2id;
  private final Backlog backlog;

  /**
   * A pool that starts its threads when they are needed.
   *
   * @param count threads; each keeps the memory of one run
   * @param cost what a run costs at most in ordinary use
   */
  public HashThreads(int count, HashCost cost) {
    backlog = new Backlog(count);
    argon2id = ThreadLocal.withInitial(() -> new Argon2id(cost.memoryKib()));
    threads =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().daemon().name("hash-", 0).factory());
  }

  /**
   * Runs a task on one of the threads and waits for it.
   *
   * @throws Unavailable when it would have to wait for too long
   */
  <T> T run(Function<Argon2id, T> task) {
    backlog.enter();
    Callable<T> call = () -> measured(task);
    FutureTask<T> future =
        new FutureTask<>(call) {
          @Override
          protected void done() {
            backlog.leave();
          }
        };
    try {
      threads.execute(future);
      return future.get();
    } catch (RejectedExecutionException e) {
      future.cancel(false);
      throw new Unavailable("this replica is shutting down", SHORTEST_RETRY);
    } catch (InterruptedException e) {
      future.cancel(false);
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while hashing", SHORTEST_RETRY);
    } catch (ExecutionException e) {
      throw new IllegalStateException("hashing failed", e.getCause());
    }
  }

  private <T> T measured(Function<Argon2id, T> task) {
    long begin = System.nanoTime();
    T result = task.apply(argon2id.get());
    backlog.took(Duration.ofNanos(System.nanoTime() - begin));
    return result;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
