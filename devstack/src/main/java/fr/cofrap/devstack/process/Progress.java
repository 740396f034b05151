package fr.cofrap.devstack.process;

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
  public void report(String line);
}
