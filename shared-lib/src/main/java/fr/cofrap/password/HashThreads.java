package fr.cofrap.password;

import fr.cofrap.Unavailable;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The platform threads that hash, each with its own memory.
 *
 * <p>A hash never yields its carrier, so on virtual threads it would stall every other request. The
 * queue is short: work that could not finish within about a quarter of a second is rejected
 * immediately, which bounds both the memory and the wait of the others.
 */
public final class HashThreads implements AutoCloseable {
  private static final int QUEUED_PER_THREAD = 10;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final ThreadPoolExecutor threads;
  private final ThreadLocal<Argon2id> argon2id;

  /**
   * A pool that starts its threads on demand.
   *
   * @param count threads; each keeps the memory of one run
   * @param cost the most that a run normally costs
   */
  public HashThreads(int count, HashCost cost) {
    argon2id = ThreadLocal.withInitial(() -> new Argon2id(cost.memoryKib()));
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(count * QUEUED_PER_THREAD),
            Thread.ofPlatform().daemon().name("hash-", 0).factory());
  }

  /**
   * Runs a task on one of the threads and waits for it.
   *
   * @throws Unavailable when the queue is full
   */
  <T> T run(Function<Argon2id, T> task) {
    Callable<T> call = () -> task.apply(argon2id.get());
    FutureTask<T> future = new FutureTask<>(call);
    try {
      threads.execute(future);
      return future.get();
    } catch (RejectedExecutionException e) {
      throw new Unavailable("the hashing queue is full", RETRY_AFTER);
    } catch (InterruptedException e) {
      future.cancel(false);
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while hashing", RETRY_AFTER);
    } catch (ExecutionException e) {
      throw new IllegalStateException("hashing failed", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
