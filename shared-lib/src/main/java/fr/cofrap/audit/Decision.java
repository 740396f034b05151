package fr.cofrap.audit;

/** All that the audit trail can say, with the reasons that no answer ever tells. */
public enum Decision {
  PASSWORD_ISSUED("generate-password", "issued", "sign-up"),
  RENEWAL_ISSUED("generate-password", "issued", "renewal"),
  SIGN_UP_NAME_TAKEN("generate-password", "refused", "username taken"),
  SIGN_UP_LIMIT_REACHED("generate-password", "refused", "too many sign-ups"),
  TICKET_NOT_GENUINE("generate-password", "refused", "ticket not genuine or out of date"),
  TICKET_OF_ANOTHER_USER("generate-password", "refused", "ticket of another user"),
  TICKET_SUPERSEDED("generate-password", "refused", "ticket of credentials no longer in force"),

  AUTHENTICATOR_BOUND("generate-2fa", "bound", "password proved"),
  BINDING_NOT_PROVED("generate-2fa", "refused", "wrong password or nothing pending"),
  BINDING_SUPERSEDED("generate-2fa", "refused", "changed by another call meanwhile"),

  AUTHENTICATED("authenticate-user", "authenticated", "both factors"),
  ACTIVATED("authenticate-user", "authenticated", "first login of new credentials"),
  EXPIRED("authenticate-user", "expired", "both factors, lifetime over"),
  WRONG_PASSWORD("authenticate-user", "refused", "wrong password or unknown user"),
  NO_AUTHENTICATOR("authenticate-user", "refused", "no authenticator bound yet"),
  DISABLED("authenticate-user", "refused", "disabled after too many wrong codes"),
  THROTTLED("authenticate-user", "throttled", "too many wrong codes"),
  WRONG_CODE("authenticate-user", "refused", "wrong code"),
  CODE_USED_OR_SUPERSEDED("authenticate-user", "refused", "code used before, or set replaced"),
  SECRET_BROKEN("authenticate-user", "failed", "stored secret changed or moved"),
  KEY_MISSING("authenticate-user", "failed", "key of the stored secret not on this replica");

  private final String event;
  private final String outcome;
  private final String reason;

  Decision(String event, String outcome, String reason) {
    this.event = event;
    this.outcome = outcome;
    this.reason = reason;
  }

  /** The function that decided. */
  public String event() {
    return event;
  }

  /** What was decided, in a word. */
  public String outcome() {
    return outcome;
  }

  /** Why. */
  public String reason() {
    return reason;
  }
}
