package fr.cofrap.http;

import com.openfaas.model.AbstractHandler;
import com.openfaas.model.IRequest;
import com.openfaas.model.IResponse;
import fr.cofrap.Unavailable;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A function's HTTP side: validates a request, lets the function respond, and maps the failures
 * that all functions share.
 */
public abstract class Endpoint extends AbstractHandler {
  private static final Logger LOG = Logger.getLogger("fr.cofrap.http");

  /** Every field that a request may have. */
  protected abstract Set<String> fields();

  /**
   * Responds to a request that has no other fields.
   *
   * @throws InvalidRequest if a field is missing or not allowed: 400
   * @throws Unavailable if something it depends on is unavailable: 503 with {@code Retry-After}
   */
  protected abstract ApiResponse respond(RequestBody body) throws InvalidRequest;

  /** Responds to a request. Any other exception is a fault, to which the runtime responds. */
  @Override
  public final IResponse Handle(IRequest request) {
    try {
      return respond(RequestBody.of(request, fields())).toResponse();
    } catch (InvalidRequest e) {
      LOG.log(
          Level.INFO,
          "request rejected",
          Map.of("error", e.code(), "detail", String.valueOf(e.getMessage())));
      return e.toApiResponse().toResponse();
    } catch (Unavailable e) {
      LOG.log(Level.INFO, "service unavailable", Map.of("reason", String.valueOf(e.getMessage())));
      return ApiResponse.failure(ErrorCode.UNAVAILABLE).retryAfter(e.retryAfter()).toResponse();
    }
  }
}
