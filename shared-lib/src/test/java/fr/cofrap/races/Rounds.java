package fr.cofrap.races;

import java.util.concurrent.Callable;

/** Repeats a race with somebody new each time. */
final class Rounds {
  static final int MANY = 100;

  /** Of a hundred rounds of code without its guard, so many must be seen to go wrong. */
  static final int NEARLY_ALL = 95;

  private Rounds() {}

  /** In how many of a hundred rounds this was so. */
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
