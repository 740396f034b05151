package fr.cofrap.devstack.process;

/** Something does not start. The message is one line for the person who started it. */
public final class StartFailure extends RuntimeException {
  public StartFailure(String message) {
    super(message);
  }

  public StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
