package fr.cofrap.login;

import fr.cofrap.account.Username;
import fr.cofrap.ticket.RenewalTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a login comes to. */
public sealed interface LoginOutcome {

  /**
   * Both factors were right and in force.
   *
   * @param credentialsExpireAt empty if they never do
   * @param previousLoginAt empty on the first login
   * @param renewalTicket present if it was asked for
   */
  record Authenticated(
      Username username,
      Optional<Instant> credentialsExpireAt,
      Optional<Instant> previousLoginAt,
      Optional<RenewalTicket> renewalTicket)
      implements LoginOutcome {}

  /** Both factors were right, but their lifetime is over: there is a ticket to renew them. */
  record Expired(RenewalTicket renewalTicket) implements LoginOutcome {}

  /** Anything else. It has no field, so that no answer can tell the reason. */
  record Rejected() implements LoginOutcome {}

  /**
   * The password was right, but too many wrong codes came with it.
   *
   * @param retryAfter until another code is judged; at least a second
   */
  record Throttled(Duration retryAfter) implements LoginOutcome {}
}
