package fr.cofrap.admin;

/** A command failed. The message is one line for the person who runs it. */
public final class Failure extends RuntimeException {
  /** A failure with the line to print. */
  public Failure(String message) {
    super(message);
  }

  /** A failure with the line to print, and its cause. */
  public Failure(String message, Throwable cause) {
    super(message, cause);
  }
}
