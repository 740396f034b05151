package fr.cofrap.http;

/** A request that is rejected before anything is looked up. */
public final class InvalidRequest extends Exception {
  private final ErrorCode error;

  InvalidRequest(ErrorCode error, String detail) {
    super(detail, null, false, false);
    this.error = error;
  }

  /** A field that is missing or not allowed. */
  InvalidRequest(String detail) {
    this(ErrorCode.INVALID_REQUEST, detail);
  }

  ApiResponse toApiResponse() {
    ApiResponse response = ApiResponse.failure(error, String.valueOf(getMessage()));
    return error == ErrorCode.METHOD_NOT_ALLOWED ? response.header("Allow", "POST") : response;
  }

  String code() {
    return error.code();
  }
}
