package fr.cofrap.audit;

/** Someone tried to log in. */
public record LoginEvent(Result result, Subject subject) implements AuditEvent {
  @Override
  public String flow() {
    return "login";
  }

  /** Everything that this flow can decide. */
  public enum Result implements AuditEvent.Result {
    AUTHENTICATED("authenticated", "both factors verified"),
    ACTIVATED("authenticated", "first login with new credentials"),
    EXPIRED("expired", "both factors verified, credentials expired"),
    WRONG_PASSWORD("rejected", "wrong password or unknown user"),
    FINGERPRINT_COLLISION("rejected", "wrong password with the fingerprint of the right one"),
    NO_AUTHENTICATOR("rejected", "no authenticator bound yet"),
    DISABLED("rejected", "disabled after too many wrong codes"),
    THROTTLED("throttled", "too many wrong codes"),
    WRONG_CODE("rejected", "wrong code"),
    CODE_USED_OR_SUPERSEDED("rejected", "code used before, or credentials replaced"),
    SECRET_BROKEN("failed", "stored secret changed or moved"),
    KEY_MISSING("failed", "key of the stored secret not on this replica");

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
