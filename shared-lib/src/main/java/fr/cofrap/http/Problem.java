package fr.cofrap.http;

/** Every failure of the contract: the code is what programs read, the title what people do. */
public enum Problem {
  INVALID_REQUEST(400, "invalid_request", "The request is not valid"),
  INVALID_CREDENTIALS(401, "invalid_credentials", "Username, password or code is wrong"),
  INVALID_TICKET(401, "invalid_ticket", "The renewal ticket is not valid, or not any more"),
  CREDENTIALS_EXPIRED(403, "credentials_expired", "The credentials have expired"),
  METHOD_NOT_ALLOWED(405, "method_not_allowed", "The method is not allowed"),
  USERNAME_TAKEN(409, "username_taken", "The username is taken"),
  TOO_LARGE(413, "too_large", "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported_media_type", "The body must be application/json"),
  TOO_MANY_ATTEMPTS(429, "too_many_attempts", "Too many wrong codes"),
  TOO_MANY_SIGN_UPS(429, "too_many_sign_ups", "Too many sign-ups"),
  UNAVAILABLE(503, "unavailable", "The service cannot answer now");

  private final int status;
  private final String code;
  private final String title;

  Problem(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
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
}
