package fr.cofrap.login;

import fr.cofrap.account.Username;
import fr.cofrap.ticket.RenewalTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The outcome of {@link LoginVerifier#verify}. */
public sealed interface LoginOutcome {

  /**
   * Both factors were correct and in force.
   *
   * @param credentialsExpireAt empty if they never expire
   * @param previousLoginAt empty on the first login
   * @param renewalTicket present if it was requested
   */
  record Authenticated(
      Username username,
      Optional<Instant> credentialsExpireAt,
      Optional<Instant> previousLoginAt,
      Optional<RenewalTicket> renewalTicket)
      implements LoginOutcome {}

  /** Both factors were correct but have expired; the ticket renews them. */
  record Expired(RenewalTicket renewalTicket) implements LoginOutcome {}

  /** Anything else. It has no field, so that no response can reveal why. */
  record Rejected() implements LoginOutcome {}

  /**
   * The password was correct, but too many wrong codes were sent with it.
   *
   * @param retryAfter until another code is verified; at least a second
   */
  record Throttled(Duration retryAfter) implements LoginOutcome {}
}
