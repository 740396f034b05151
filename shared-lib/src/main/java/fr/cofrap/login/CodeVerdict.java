package fr.cofrap.login;

import fr.cofrap.audit.Decision;
import java.time.Duration;

/** What a code comes to. */
sealed interface CodeVerdict {

  /** Right, and used up by what it completed. */
  record Accepted(LoginOutcome outcome) implements CodeVerdict {}

  /**
   * Not accepted.
   *
   * @param reason for the audit trail alone
   */
  record Refused(Decision reason) implements CodeVerdict {}

  /** Not judged: too many wrong ones of late. */
  record Throttled(Duration retryAfter) implements CodeVerdict {}
}
