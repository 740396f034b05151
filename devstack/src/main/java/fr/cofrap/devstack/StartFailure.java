package fr.cofrap.devstack;

/** Something does not start. The message is one line for the person who started it. */
public final class StartFailure extends RuntimeException {
  StartFailure(String message) {
    super(message);
  }

  StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
