package fr.cofrap.tests.docker;

/** A line for whoever waits: builds take minutes. */
final class Progress {
  private Progress() {}

  @SuppressWarnings("SystemOut")
  static void print(String line) {
    System.out.println("[images] " + line);
  }
}
