package fr.cofrap.races;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The results of two overlapping operations: both have started, and each waits in the middle of a
 * statement before either continues. The first to wait is the first to continue.
 */
record Overlap<A, B>(A first, B second) {
  static <A, B> Overlap<A, B> behind(Supplier<HeldLock> lock, Callable<A> first, Callable<B> second)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<A> a;
      Future<B> b;
      try (HeldLock held = lock.get()) {
        a = threads.submit(first);
        held.awaitWaiting(1);
        b = threads.submit(second);
        held.awaitWaiting(2);
      }
      return new Overlap<>(a.get(), b.get());
    }
  }
}
