package fr.cofrap.audit;

/** Someone requested a password for a new name. */
public record SignUpEvent(Result result, Subject subject) implements AuditEvent {
  @Override
  public String flow() {
    return "sign-up";
  }

  /** Everything that this flow can decide. */
  public enum Result implements AuditEvent.Result {
    ISSUED("issued", "password issued"),
    CLOSED("rejected", "sign-up closed"),
    SOURCE_LIMIT_REACHED("rejected", "too many sign-ups from one source"),
    USERNAME_TAKEN("rejected", "username taken"),
    TOTAL_LIMIT_REACHED("rejected", "too many sign-ups");

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
