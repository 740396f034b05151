package fr.cofrap.audit;

/** Someone tried to bind an authenticator. */
public record BindingEvent(Result result, Subject subject) implements AuditEvent {
  @Override
  public String flow() {
    return "binding";
  }

  /** Everything that this flow can decide. */
  public enum Result implements AuditEvent.Result {
    BOUND("bound", "password verified"),
    WRONG_PASSWORD("rejected", "wrong password or nothing pending"),
    BOUND_TOO_OFTEN("rejected", "bound ten times already"),
    FINGERPRINT_COLLISION("rejected", "wrong password with the fingerprint of the right one"),
    SUPERSEDED("rejected", "changed by another request meanwhile");

    private final String outcome;
    private final String reason;

    Result(String outcome, String reason) {
      this.outcome = outcome;
      this.reason = reason;
    }

    @Override
    public String outcome() {
      return outcome;
    }

    @Override
    public String reason() {
      return reason;
    }
  }
}
