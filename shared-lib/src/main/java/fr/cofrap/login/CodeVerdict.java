package fr.cofrap.login;

import fr.cofrap.audit.LoginEvent;
import java.time.Duration;

/** Whether a code was accepted. */
sealed interface CodeVerdict {

  /** Correct, and used up by what it completed. */
  record Accepted(LoginOutcome outcome) implements CodeVerdict {}

  /**
   * Not accepted.
   *
   * @param reason only for the audit trail
   */
  record Rejected(LoginEvent.Result reason) implements CodeVerdict {}

  /** Not verified: too many wrong codes recently. */
  record Throttled(Duration retryAfter) implements CodeVerdict {}
}
