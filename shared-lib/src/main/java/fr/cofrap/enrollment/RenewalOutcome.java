package fr.cofrap.enrollment;

/** The outcome of {@link Renewal#start}. */
public sealed interface RenewalOutcome {

  /** This password replaces the current one once it has logged in. */
  record Issued(IssuedPassword issued) implements RenewalOutcome {}

  /**
   * The ticket is forged, has expired, belongs to another user, or its credentials are no longer in
   * force. It has no field, so that no response can reveal which.
   */
  record InvalidTicket() implements RenewalOutcome {}
}
