package fr.cofrap.tests.deployment.world;

import fr.cofrap.tests.standin.Reply;

/** A point at which a program may be killed, between two changes. */
@FunctionalInterface
interface Halfway {
  Halfway UNDISTURBED = _ -> {};

  /**
   * Does not return if the program is killed here.
   *
   * @param soFar what the stand-in does before it is killed
   */
  void reached(Reply soFar);

  default void reached() {
    reached(Reply.NOTHING);
  }
}
