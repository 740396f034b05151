package fr.cofrap.tests.races;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets calls go at the same moment: none starts before all are about to. */
public final class AtOnce {
  private AtOnce() {}

  public static <T> List<T> run(Callable<T> one, Callable<T> other) {
    return run(List.of(one, other));
  }

  public static <T> List<T> run(List<Callable<T>> calls) {
    CyclicBarrier barrier = new CyclicBarrier(calls.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures =
          calls.stream().map(call -> threads.submit(() -> afterThe(barrier, call))).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("A call failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static <T> T afterThe(CyclicBarrier barrier, Callable<T> call) throws Exception {
    barrier.await();
    return call.call();
  }
}
