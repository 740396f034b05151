package fr.cofrap.runtime;

/**
 * Says that only the deployment can be wrong: a missing secret, a setting's unknown value.
 *
 * <p>Thrown by a handler's constructor or by the runtime's own settings. The runtime logs the
 * message as one line, without a stack trace, and ends the process with exit code 1. The message
 * names what is wrong and what would be right, and never shows a secret.
 */
public final class Misconfigured extends RuntimeException {
  /**
   * @param message what is wrong and what is allowed
   */
  public Misconfigured(String message) {
    super(message);
  }

  /**
   * @param message what is wrong and what is allowed
   * @param cause for a debugger: it is not logged
   */
  public Misconfigured(String message, Throwable cause) {
    super(message, cause);
  }
}
