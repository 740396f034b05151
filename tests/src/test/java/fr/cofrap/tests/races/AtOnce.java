package fr.cofrap.tests.races;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks at the same time: none starts before all are ready to. */
public final class AtOnce {
  private AtOnce() {}

  public static <T> List<T> run(Callable<T> one, Callable<T> other) {
    return run(List.of(one, other));
  }

  public static <T> List<T> run(List<Callable<T>> tasks) {
    CyclicBarrier barrier = new CyclicBarrier(tasks.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures =
          tasks.stream().map(task -> threads.submit(() -> after(barrier, task))).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("A task failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static <T> T after(CyclicBarrier barrier, Callable<T> task) throws Exception {
    barrier.await();
    return task.call();
  }
}
