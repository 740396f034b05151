package fr.cofrap.tests.load.floods;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What was typed.
 *
 * @param scenarios in the order in which they have to be measured
 */
record Options(Pace pace, Set<Scenario> scenarios) {
  /**
   * Reads the arguments of the command.
   *
   * @throws IllegalArgumentException with what to choose from
   */
  static Options of(List<String> words) {
    Pace pace = Pace.FULL;
    EnumSet<Scenario> scenarios = EnumSet.noneOf(Scenario.class);
    for (String word : words) {
      if (word.equals("--quick")) {
        pace = Pace.QUICK;
      } else {
        scenarios.add(Scenario.named(word));
      }
    }
    return new Options(pace, scenarios.isEmpty() ? EnumSet.allOf(Scenario.class) : scenarios);
  }
}
