package fr.cofrap.throttle;

import fr.cofrap.account.CredentialSetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Limits how many codes are verified for one set of credentials, across all replicas.
 *
 * <p>An attempt is reserved before its code is verified: if wrong codes were counted afterwards, a
 * thousand sent simultaneously would all be verified. Only someone with the correct password gets
 * here, so strangers cannot lock anyone out.
 */
public interface CodeThrottle {
  /** How many wrong codes are verified within {@link #WINDOW}. */
  int MAX_RECENT = 5;

  /** The period, ending now, in which wrong codes are counted. */
  Duration WINDOW = Duration.ofMinutes(15);

  /** How many wrong codes are verified in the lifetime of a set; after that it is disabled. */
  int MAX_TOTAL = 50;

  /** Why no code of a set may be verified now, without reserving anything; empty if one may. */
  Optional<Refusal> refusal(CredentialSetId set, Instant now);

  /** Reserves an attempt, or returns why none is left. */
  Admission admit(CredentialSetId set, Instant now);

  /** After a success: takes back the reservation and clears the window, but not the total. */
  void forgive(CredentialSetId set);

  /** After a correct code that completed nothing: takes back this reservation only. */
  void withdraw(CredentialSetId set, Admission.Admitted reservation);

  /** Whether a code may be verified. */
  sealed interface Admission {

    /**
     * It may.
     *
     * @param at when it was reserved, to the millisecond
     */
    record Admitted(Instant at) implements Admission {}
  }

  /** Why no code may be verified. */
  sealed interface Refusal extends Admission {

    /**
     * Too many wrong codes recently.
     *
     * @param retryAfter until one more is verified; at least a second
     */
    record Throttled(Duration retryAfter) implements Refusal {}

    /** Too many wrong codes in total: no code of this set is verified again. */
    record Disabled() implements Refusal {}
  }
}
