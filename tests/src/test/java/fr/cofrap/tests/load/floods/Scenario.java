package fr.cofrap.tests.load.floods;

import java.util.List;
import java.util.Locale;

/** What can be measured. The last one leaves users whose key is lost, so it has to be last. */
enum Scenario {
  HALF,
  LIMIT,
  CONNECTIONS,
  NGINX,
  KINDS,
  ROTATION,
  LOST_KEY;

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Scenario named(String name) {
    for (Scenario scenario : values()) {
      if (scenario.toString().equals(name)) {
        return scenario;
      }
    }
    throw new IllegalArgumentException(
        "unknown scenario '%s'; choose from: %s".formatted(name, List.of(values())));
  }
}
