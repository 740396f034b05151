package fr.cofrap.tests.load.floods;

import java.util.List;
import java.util.Optional;

/** Floods at a rate, through the gateway and at the function's own port. */
final class Rates {
  private static final int FEW_PROCESSORS = 2;
  private static final int MANY_REQUESTS = 1_000;
  private static final double SLOWER = 1.5;
  private static final double SLOWER_ON_FEW_PROCESSORS = 3;

  /**
   * Beside invalid JSON. A request that is rejected for its password costs one more database read,
   * so at a thousand a second less processor time is left for the users.
   */
  private static final double KEPT = 0.9;

  private static final double KEPT_OF_MANY = 0.8;

  private static final List<Rate> RATES =
      List.of(
          new Rate(Attack.FORGED_PASSWORDS, 300),
          new Rate(Attack.FORGED_PASSWORDS, MANY_REQUESTS),
          new Rate(Attack.WRONG_CODES, 300),
          new Rate(Attack.USED_CODE, 300));

  private record Rate(Attack attack, int perSecond) {
    Pressure pressure() {
      return new Pressure.AtRate(perSecond);
    }
  }

  private Rates() {}

  static Section half(Bench bench) {
    ComparisonTable table =
        new ComparisonTable("Users at half of %.1f logins/s".formatted(bench.capacity()));
    for (Entrance entrance : List.of(bench.gateway(), bench.port())) {
      Alternation users = bench.users(bench.capacity() / 2, entrance);
      for (Rate rate : RATES) {
        table.measure(
            users,
            entrance.name(),
            bench.flood(rate.attack(), rate.pressure(), entrance),
            Promise.wholeRate(slower(rate.perSecond())));
      }
    }
    return table.section();
  }

  static Section limit(Bench bench) {
    ComparisonTable table =
        new ComparisonTable("Users at all of %.1f logins/s".formatted(bench.capacity()));
    for (Entrance entrance : List.of(bench.gateway(), bench.port())) {
      Alternation users = bench.users(bench.capacity(), entrance);
      for (Rate rate : RATES) {
        table.measure(
            users,
            entrance.name(),
            Optional.of(bench.flood(Attack.INVALID_JSON, rate.pressure(), entrance)),
            bench.flood(rate.attack(), rate.pressure(), entrance),
            Promise.atLeast(rate.perSecond() < MANY_REQUESTS ? KEPT : KEPT_OF_MANY));
      }
    }
    return table.section();
  }

  /** With few processors, receiving so many requests takes a large part of them. */
  private static double slower(int perSecond) {
    return perSecond >= MANY_REQUESTS
            && Runtime.getRuntime().availableProcessors() <= FEW_PROCESSORS
        ? SLOWER_ON_FEW_PROCESSORS
        : SLOWER;
  }
}
