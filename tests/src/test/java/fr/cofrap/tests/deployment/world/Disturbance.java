package fr.cofrap.tests.deployment.world;

/** What happens to a run. */
public sealed interface Disturbance {
  Disturbance NONE = new None();

  record None() implements Disturbance {}

  /** A command that begins with this text fails. */
  record Refuse(String command) implements Disturbance {}

  /** A command that begins with this text never ends. */
  record Hang(String command) implements Disturbance {}

  /**
   * The script and everything that it started are killed.
   *
   * @param command the number of the command in the script's log, from 1
   * @param halfway through the command, not after it
   */
  record Kill(int command, boolean halfway) implements Disturbance {}
}
