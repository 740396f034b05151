package fr.cofrap.tests.load.floods;

import java.util.List;

/** Forged passwords over fifty connections, as fast as they can. */
final class Connections {
  private static final Pressure FIFTY = new Pressure.Connections(50);

  private Connections() {}

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

  /** The strangers share an address, the users do not. */
  static Section behindNginx(Bench bench) {
    ComparisonTable table = new ComparisonTable("Connections behind nginx's limit");
    try (Nginx nginx = Nginx.start(bench.machine().gateway())) {
      return table
          .measure(
              bench.users(bench.capacity() / 2, nginx.entrance(), Nginx::fromManyAddresses),
              nginx.entrance().name(),
              bench.flood(Attack.FORGED_PASSWORDS, FIFTY, nginx.entrance()).alsoRejectedWith(429),
              Promise.wholeRate(Double.POSITIVE_INFINITY))
          .section();
    }
  }
}
