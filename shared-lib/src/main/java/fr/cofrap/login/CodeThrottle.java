package fr.cofrap.login;

import fr.cofrap.account.CredentialSetId;
import java.time.Duration;
import java.time.Instant;

/**
 * Limits how many codes are judged for one set of credentials, over all replicas.
 *
 * <p>An attempt is reserved before its code is judged: if wrong codes were counted afterwards, a
 * thousand at once would all be judged. Only those who know the password get here, so that
 * strangers lock nobody out.
 */
public interface CodeThrottle {
  /** How many wrong codes are judged within {@link #WINDOW}. */
  int MAX_RECENT = 5;

  /** The span, ending now, in which wrong codes are counted. */
  Duration WINDOW = Duration.ofMinutes(15);

  /** How many wrong codes are judged in the life of a set; from then on it is disabled. */
  int MAX_TOTAL = 50;

  /** Reserves an attempt, or tells why there is none. */
  Admission admit(CredentialSetId set, Instant now);

  /** After a success: takes back the reservation and clears the window, but not the total. */
  void forgive(CredentialSetId set);

  /** After a right code that could not be used: takes back this reservation alone. */
  void withdraw(CredentialSetId set, Admission.Admitted reservation);

  /** Whether a code may be judged. */
  sealed interface Admission {

    /**
     * It may.
     *
     * @param at when it was reserved, to the millisecond
     */
    record Admitted(Instant at) implements Admission {}

    /**
     * Too many wrong codes of late.
     *
     * @param retryAfter until one more is judged; at least a second
     */
    record Throttled(Duration retryAfter) implements Admission {}

    /** Too many wrong codes in all: never again for this set. */
    record Disabled() implements Admission {}
  }
}
