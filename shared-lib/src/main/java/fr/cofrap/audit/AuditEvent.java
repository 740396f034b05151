package fr.cofrap.audit;

/** A decision of one flow, with the reason, which no response reveals. */
public sealed interface AuditEvent permits SignUpEvent, RenewalEvent, BindingEvent, LoginEvent {

  /** The flow that decided, such as {@code sign-up}. */
  String flow();

  /** What was decided and why: a constant of the flow. */
  Result result();

  /** The user concerned. */
  Subject subject();

  /** Everything that a flow can decide. */
  sealed interface Result
      permits SignUpEvent.Result, RenewalEvent.Result, BindingEvent.Result, LoginEvent.Result {

    /** What was decided, in one word. */
    String outcome();

    /** Why, without naming a user or a secret. */
    String reason();
  }
}
