package fr.cofrap.keys;

import fr.cofrap.Unavailable;
import java.time.Duration;

/**
 * This replica's ring lacks the key with which something was written; another replica may have it.
 */
public final class KeyMissing extends Unavailable {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /**
   * A failure that names the key.
   *
   * @param message the ID of the key and what it was needed for; for the log only
   */
  public KeyMissing(String message) {
    super(message, RETRY_AFTER);
  }
}
