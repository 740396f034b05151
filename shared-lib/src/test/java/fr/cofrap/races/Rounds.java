package fr.cofrap.races;

import java.util.concurrent.Callable;

/** Repeats a race with a new user each time. */
final class Rounds {
  static final int MANY = 100;

  /** At least this many of a hundred rounds must go wrong without the guard. */
  static final int NEARLY_ALL = 95;

  private Rounds() {}

  /** The number of rounds, out of a hundred, that returned true. */
  static int outOfAHundred(Callable<Boolean> round) throws Exception {
    int times = 0;
    for (int i = 0; i < MANY; i++) {
      if (round.call()) {
        times++;
      }
    }
    return times;
  }
}
