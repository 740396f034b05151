package fr.cofrap.tests.docker;

/** Progress for whoever is waiting: builds take minutes. */
public final class Progress {
  private Progress() {}

  @SuppressWarnings("SystemOut")
  public static void print(String line) {
    System.out.println("[images] " + line);
  }
}
