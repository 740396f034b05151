package fr.cofrap.http;

import com.openfaas.model.IRequest;
import fr.cofrap.runtime.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets requests of the right method, size, media type and encoding through, in that order. */
final class RequestGate {
  static final int MAX_BODY_BYTES = 4096;

  /** A form on another site cannot send this type without a CORS preflight. */
  private static final Pattern JSON =
      Pattern.compile(
          "application/json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

  private RequestGate() {}

  /** The body of a request that passes, as text. */
  static String body(IRequest request) throws InvalidRequest {
    if (!HttpRequest.methodOf(request).equals("POST")) {
      throw new InvalidRequest(ErrorCode.METHOD_NOT_ALLOWED, "Only POST is allowed here.");
    }
    byte[] body = ((HttpRequest) request).bodyBytes();
    if (body.length > MAX_BODY_BYTES) {
      throw new InvalidRequest(
          ErrorCode.TOO_LARGE, "The body must not exceed " + MAX_BODY_BYTES + " bytes.");
    }
    if (!isJson(request.getHeader("Content-Type"))) {
      throw new InvalidRequest(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json, in UTF-8.");
    }
    return decoded(body);
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null && JSON.matcher(contentType.strip()).matches();
  }

  private static String decoded(byte[] body) throws InvalidRequest {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidRequest("The body is not valid UTF-8.");
    }
  }
}
