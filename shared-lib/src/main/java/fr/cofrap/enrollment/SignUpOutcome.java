package fr.cofrap.enrollment;

import java.time.Duration;

/** The outcome of {@link SignUp#start}. */
public sealed interface SignUpOutcome {

  /** The name is reserved for the holder of this password. */
  record Issued(IssuedPassword issued) implements SignUpOutcome {}

  /** The name has an account, or another sign-up has reserved it. */
  record UsernameTaken() implements SignUpOutcome {}

  /**
   * This replica has reached its limit of sign-ups.
   *
   * @param retryAfter until it accepts the next one; longer than zero
   */
  record TooManySignUps(Duration retryAfter) implements SignUpOutcome {}
}
