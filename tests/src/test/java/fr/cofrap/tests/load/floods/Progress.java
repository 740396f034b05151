package fr.cofrap.tests.load.floods;

import java.time.LocalTime;
import java.time.ZoneId;

/** For whoever waits; the result goes to the standard output. */
final class Progress {
  private Progress() {}

  @SuppressWarnings("SystemOut")
  static void say(String line) {
    System.err.printf("[%tT] %s%n", LocalTime.now(ZoneId.systemDefault()), line);
  }
}
