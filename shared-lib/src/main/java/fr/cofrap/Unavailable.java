package fr.cofrap;

import java.time.Duration;

/** Something this code depends on is unavailable; the same request may succeed later. */
public class Unavailable extends RuntimeException {
  private final Duration retryAfter;

  /**
   * Reports what is unavailable, and when to try again.
   *
   * @param message what is unavailable; for the log only
   * @param retryAfter how long to wait before trying again
   */
  public Unavailable(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** How long to wait before trying again; longer than zero. */
  public final Duration retryAfter() {
    return retryAfter;
  }
}
