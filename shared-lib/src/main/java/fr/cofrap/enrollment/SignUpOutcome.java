package fr.cofrap.enrollment;

import java.time.Duration;

/** The outcome of {@link SignUp#start}. */
public sealed interface SignUpOutcome {

  /** The name is reserved for the holder of this password. */
  record Issued(IssuedPassword issued) implements SignUpOutcome {}

  /** The name has an account, or another sign-up has reserved it. */
  record UsernameTaken() implements SignUpOutcome {}

  /** Nobody can sign up. */
  record Closed() implements SignUpOutcome {}

  /**
   * The source has reached its limit of sign-ups, or all sources together have reached theirs.
   *
   * @param retryAfter until the next one is accepted; longer than zero
   */
  record TooManySignUps(Duration retryAfter) implements SignUpOutcome {}
}
