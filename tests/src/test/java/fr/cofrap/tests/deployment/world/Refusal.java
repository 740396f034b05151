package fr.cofrap.tests.deployment.world;

import fr.cofrap.tests.standin.Reply;

/** A program ends with 1 and this message. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String message;

  Refusal(String message) {
    super(message);
    this.message = message;
  }

  Reply reply() {
    return Reply.refuse(message);
  }
}
