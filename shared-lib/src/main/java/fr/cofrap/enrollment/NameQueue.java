package fr.cofrap.enrollment;

import fr.cofrap.Unavailable;
import fr.cofrap.account.Username;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few requests for one name through at a time, first come, first served. The first of many
 * simultaneous sign-ups gets the name; those behind it find it taken, instead of hashing in vain.
 */
final class NameQueue {
  /** Two, so that one that is stalled does not hold up the name. */
  static final int AT_ONCE = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private record Places(Semaphore free, int users) {}

  private final ConcurrentMap<Username, Places> names = new ConcurrentHashMap<>();

  /**
   * Runs work when it is the name's turn.
   *
   * @throws Unavailable if that is not within ten seconds
   */
  <T> T inTurn(Username name, Supplier<T> work) {
    Semaphore places = enter(name);
    try {
      return atPlace(places, work);
    } finally {
      leave(name);
    }
  }

  private static <T> T atPlace(Semaphore places, Supplier<T> work) {
    if (!taken(places)) {
      throw new Unavailable("too many sign-ups for one name", Duration.ofSeconds(1));
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private static boolean taken(Semaphore places) {
    try {
      return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Semaphore enter(Username name) {
    return names
        .merge(
            name,
            new Places(new Semaphore(AT_ONCE, true), 1),
            (present, _) -> new Places(present.free(), present.users() + 1))
        .free();
  }

  /** Names that nobody asks for are forgotten. */
  private void leave(Username name) {
    names.computeIfPresent(
        name,
        (same, places) ->
            places.users() == 1 ? null : new Places(places.free(), places.users() - 1));
  }

  /** How many names there is a queue for. */
  int size() {
    return names.size();
  }
}
