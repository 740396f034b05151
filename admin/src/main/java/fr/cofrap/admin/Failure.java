package fr.cofrap.admin;

/** A command does not succeed. The message is one line for the person who runs it. */
final class Failure extends RuntimeException {
  Failure(String message) {
    super(message);
  }

  Failure(String message, Throwable cause) {
    super(message, cause);
  }
}
