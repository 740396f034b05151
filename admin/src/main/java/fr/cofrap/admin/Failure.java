package fr.cofrap.admin;

/** A command did not succeed. The message is one line for the person who runs it. */
public final class Failure extends RuntimeException {
  /** With the line to print. */
  public Failure(String message) {
    super(message);
  }

  /** With the line to print, and what caused it. */
  public Failure(String message, Throwable cause) {
    super(message, cause);
  }
}
