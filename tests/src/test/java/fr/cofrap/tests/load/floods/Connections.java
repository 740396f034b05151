package fr.cofrap.tests.load.floods;

import java.util.List;
import java.util.Optional;

/** Forged passwords over fifty connections, as fast as they can. */
final class Connections {
  private static final Pressure FIFTY = new Pressure.Connections(50);

  /** Of what users keep beside connections that reach no function. */
  private static final double KEPT = 0.9;

  private Connections() {}

  private static Flood forged(Bench bench, Entrance entrance) {
    return bench.flood(Attack.FORGED_PASSWORDS, FIFTY, entrance).alsoRejectedWith(429);
  }

  /** Nothing is promised: they take the machine's processors before any function sees them. */
  static Section asFastAsTheyCan(Bench bench) {
    ComparisonTable table = new ComparisonTable("Connections as fast as they can");
    for (Entrance entrance : List.of(bench.gateway(), bench.port())) {
      table.measure(
          bench.users(bench.capacity() / 2, entrance),
          entrance.name(),
          bench.flood(Attack.FORGED_PASSWORDS, FIFTY, entrance),
          Promise.NONE);
    }
    return table.section();
  }

  /**
   * The strangers share an address, the users do not. What reaches the functions is compared with
   * the same number of connections that nginx rejects without exception: rejecting thousands of
   * requests a second takes processor time as well, and so does sending them from here.
   */
  static Section behindNginx(Bench bench) {
    ComparisonTable table = new ComparisonTable("Connections behind nginx's limit");
    try (Nginx nginx = Nginx.start(bench.machine().gateway())) {
      Alternation users =
          bench.users(bench.capacity() / 2, nginx.entrance(), Nginx::fromManyAddresses);
      Flood forged = forged(bench, nginx.entrance());
      Flood rejected = forged(bench, nginx.wall()).named("all rejected");
      return table
          .measure(users, nginx.entrance().name(), forged, Promise.NONE)
          .measure(
              users, nginx.entrance().name(), Optional.of(rejected), forged, Promise.atLeast(KEPT))
          .section();
    }
  }
}
