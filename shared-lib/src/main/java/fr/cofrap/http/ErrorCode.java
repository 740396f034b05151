package fr.cofrap.http;

/**
 * The errors that functions respond with: programs read the code, people read the title. The
 * runtime has a few of its own ({@code fr.cofrap.runtime.Problem}), for what never reaches a
 * function.
 */
public enum ErrorCode {
  INVALID_REQUEST(400, "invalid_request", "Invalid request", ""),
  INVALID_CREDENTIALS(
      401,
      "invalid_credentials",
      "Wrong username, password or code",
      "Check them and try again. Each code works only once: wait for the next one."),
  INVALID_TICKET(
      401, "invalid_ticket", "Invalid or expired renewal ticket", "Log in to get a new one."),
  CREDENTIALS_EXPIRED(
      403,
      "credentials_expired",
      "Credentials have expired",
      "Renew them: send the renewalTicket to generate-password."),
  SIGN_UP_CLOSED(
      403, "sign_up_closed", "Sign-up is closed", "Ask the administrator for an account."),
  METHOD_NOT_ALLOWED(405, "method_not_allowed", "Method not allowed", ""),
  USERNAME_TAKEN(409, "username_taken", "Username taken", "Choose another."),
  TOO_LARGE(413, "too_large", "Content too large", ""),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported_media_type", "Unsupported media type", ""),
  TOO_MANY_ATTEMPTS(
      429,
      "too_many_attempts",
      "Too many wrong codes",
      "Try again after the number of seconds in Retry-After."),
  TOO_MANY_SIGN_UPS(
      429,
      "too_many_sign_ups",
      "Too many sign-ups",
      "Try again after the number of seconds in Retry-After."),
  UNAVAILABLE(
      503,
      "unavailable",
      "Service unavailable",
      "Try again after the number of seconds in Retry-After.");

  private final int status;
  private final String code;
  private final String title;
  private final String advice;

  /** The advice is empty if the detail depends on the request. */
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
