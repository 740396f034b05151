package fr.cofrap.enrollment;

import fr.cofrap.account.Username;
import fr.cofrap.password.Password;
import java.time.Duration;
import java.time.Instant;

/** What asking for a password comes to. */
public sealed interface PasswordIssuanceOutcome {

  /**
   * A password, told this once.
   *
   * @param pendingUntil until then a sign-up reserves its name
   * @param usableUntil until then it can be bound and activated
   */
  record Issued(Username username, Password password, Instant pendingUntil, Instant usableUntil)
      implements PasswordIssuanceOutcome {}

  /** The name has an account, or another sign-up reserves it. */
  record UsernameTaken() implements PasswordIssuanceOutcome {}

  /** The ticket is not genuine, not in time, not this user's, or its credentials are replaced. */
  record InvalidTicket() implements PasswordIssuanceOutcome {}

  /**
   * This replica takes no more sign-ups for now.
   *
   * @param retryAfter until it takes one more; longer than nothing
   */
  record TooManySignUps(Duration retryAfter) implements PasswordIssuanceOutcome {}
}
