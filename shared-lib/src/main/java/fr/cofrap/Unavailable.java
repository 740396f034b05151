package fr.cofrap;

import java.time.Duration;

/** Something outside this code cannot serve now; the same call may succeed later. */
public class Unavailable extends RuntimeException {
  private final Duration retryAfter;

  /**
   * Says what is missing, and when it may be there.
   *
   * @param message what is missing, for the log only
   * @param retryAfter when a caller should try again
   */
  public Unavailable(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** When a caller should try again; never zero. */
  public final Duration retryAfter() {
    return retryAfter;
  }
}
