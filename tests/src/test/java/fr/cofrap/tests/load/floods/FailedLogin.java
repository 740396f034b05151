package fr.cofrap.tests.load.floods;

/** The kinds of failed login. Responses do not reveal which one it was, and times should not. */
enum FailedLogin {
  UNKNOWN_NAME("unknown name", "wrong password or unknown user", false),
  WRONG_PASSWORD_SIGNING_UP(
      "wrong password, sign-up pending", "wrong password or unknown user", false),
  WRONG_PASSWORD("wrong password", "wrong password or unknown user", false),
  WRONG_PASSWORD_RENEWING(
      "wrong password, renewal pending", "wrong password or unknown user", false),
  WRONG_PASSWORD_EXPIRED("wrong password, expired", "wrong password or unknown user", false),
  WRONG_PASSWORD_THROTTLED("wrong password, throttled", "wrong password or unknown user", false),
  WRONG_PASSWORD_DISABLED("wrong password, disabled", "wrong password or unknown user", false),
  NO_AUTHENTICATOR("right password, no authenticator", "no authenticator bound yet", true),
  WRONG_CODE("right password, wrong code", "wrong code", true),
  USED_CODE("right password, used code", "code used before, or credentials replaced", true),
  THROTTLED("right password, throttled", "too many wrong codes", true),
  DISABLED("right password, disabled", "disabled after too many wrong codes", true);

  private final String title;
  private final String reason;
  private final boolean rightPassword;

  FailedLogin(String title, String reason, boolean rightPassword) {
    this.title = title;
    this.reason = reason;
    this.rightPassword = rightPassword;
  }

  boolean hasRightPassword() {
    return rightPassword;
  }

  /** In the audit trail, which is how we know that it failed for this reason. */
  String reason() {
    return reason;
  }

  @Override
  public String toString() {
    return title;
  }
}
