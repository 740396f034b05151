package fr.cofrap.http;

/** Every error of the contract: programs read the code, people read the title. */
public enum ErrorCode {
  INVALID_REQUEST(400, "invalid_request", "The request is not valid", ""),
  INVALID_CREDENTIALS(
      401,
      "invalid_credentials",
      "Username, password or code is wrong",
      "Check them and try again. A code works once: wait for the next one."),
  INVALID_TICKET(
      401,
      "invalid_ticket",
      "The renewal ticket is not valid, or not any more",
      "Log in to get a new one."),
  CREDENTIALS_EXPIRED(
      403,
      "credentials_expired",
      "The credentials have expired",
      "Renew them: send the renewalTicket to generate-password."),
  METHOD_NOT_ALLOWED(405, "method_not_allowed", "The method is not allowed", ""),
  USERNAME_TAKEN(409, "username_taken", "The username is taken", "Choose another."),
  TOO_LARGE(413, "too_large", "The body is too large", ""),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported_media_type", "The body must be application/json", ""),
  TOO_MANY_ATTEMPTS(
      429,
      "too_many_attempts",
      "Too many wrong codes",
      "Try again after as many seconds as Retry-After says."),
  TOO_MANY_SIGN_UPS(
      429,
      "too_many_sign_ups",
      "Too many sign-ups",
      "Try again after as many seconds as Retry-After says."),
  UNAVAILABLE(
      503,
      "unavailable",
      "The service cannot answer now",
      "Try again after as many seconds as Retry-After says.");

  private final int status;
  private final String code;
  private final String title;
  private final String advice;

  /** The advice is empty where the detail depends on the request. */
  ErrorCode(int status, String code, String title, String advice) {
    this.status = status;
    this.code = code;
    this.title = title;
    this.advice = advice;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  String advice() {
    return advice;
  }
}
