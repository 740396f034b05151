package fr.cofrap.sealing;

import fr.cofrap.Unavailable;
import java.time.Duration;

/** A stored secret whose key is not on this replica's ring; another replica may have it. */
public final class KeyMissing extends Unavailable {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  KeyMissing(String message) {
    super(message, RETRY_AFTER);
  }
}
