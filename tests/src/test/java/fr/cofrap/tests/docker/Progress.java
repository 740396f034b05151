package fr.cofrap.tests.docker;

/** A line for whoever waits: builds take minutes. */
public final class Progress {
  private Progress() {}

  @SuppressWarnings("SystemOut")
  public static void print(String line) {
    System.out.println("[images] " + line);
  }
}
