package fr.cofrap.audit;

/** Someone requested a password with a renewal ticket. */
public record RenewalEvent(Result result, Subject subject) implements AuditEvent {
  @Override
  public String flow() {
    return "renewal";
  }

  /** Everything that this flow can decide. */
  public enum Result implements AuditEvent.Result {
    ISSUED("issued", "password issued"),
    TICKET_INVALID("rejected", "ticket forged or expired"),
    TICKET_OF_ANOTHER_USER("rejected", "ticket of another user"),
    TICKET_SUPERSEDED("rejected", "ticket of credentials no longer in force"),
    DISABLED("rejected", "credentials disabled after too many wrong codes"),
    TICKET_USED_UP("rejected", "ticket used ten times, or older than one that was used");

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
