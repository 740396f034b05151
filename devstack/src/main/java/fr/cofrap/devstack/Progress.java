package fr.cofrap.devstack;

/** Hears what the stack does, one line at a time, from any thread. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress NONE = line -> {};

  /**
   * Something happens.
   *
   * @param line for people, without a line end
   */
  void report(String line);
}
