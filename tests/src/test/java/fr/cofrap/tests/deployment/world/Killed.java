package fr.cofrap.tests.deployment.world;

import fr.cofrap.tests.standin.Reply;

/** A program is killed before it finishes. */
final class Killed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Reply soFar;

  Killed(Reply soFar) {
    this.soFar = soFar;
  }

  Reply soFar() {
    return soFar;
  }
}
