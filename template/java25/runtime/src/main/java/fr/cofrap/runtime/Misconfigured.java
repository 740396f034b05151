package fr.cofrap.runtime;

/**
 * Reports an error in the deployment: a missing secret, or a setting with an unknown value.
 *
 * <p>Thrown by a handler's constructor or by the runtime's own settings. The runtime logs the
 * message as one line, without a stack trace, and ends the process with exit code 1. The message
 * names what is wrong and what is allowed, and never contains a secret.
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
