package fr.cofrap.http;

import com.openfaas.model.IRequest;
import com.openfaas.model.IResponse;
import fr.cofrap.Unavailable;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the functions have in common: a request is checked, answered, and may be told to wait. */
public final class Endpoint {
  private static final Logger LOG = Logger.getLogger("fr.cofrap.http");

  private final Set<String> fields;
  private final Flow flow;

  /**
   * An endpoint that takes these fields.
   *
   * @param fields every field that a request may have
   * @param flow answers a request that has no others
   */
  public Endpoint(Set<String> fields, Flow flow) {
    this.fields = fields;
    this.flow = flow;
  }

  /** Answers a request; what a flow throws beside {@link Unavailable} is for the runtime. */
  public IResponse answer(IRequest request) {
    try {
      return flow.answer(RequestBody.parse(RequestGate.body(request), fields)).toResponse();
    } catch (InvalidRequest e) {
      LOG.log(
          Level.INFO,
          "request refused",
          Map.of("error", e.code(), "detail", String.valueOf(e.getMessage())));
      return e.toApiResponse().toResponse();
    } catch (Unavailable e) {
      LOG.log(Level.INFO, "not served", Map.of("reason", String.valueOf(e.getMessage())));
      return ApiResponse.failure(ErrorCode.UNAVAILABLE).retryAfter(e.retryAfter()).toResponse();
    }
  }

  /** Answers a request whose fields are known, but not yet checked. */
  @FunctionalInterface
  public interface Flow {
    /**
     * Answers.
     *
     * @throws InvalidRequest if a field is missing or is not what it must be
     */
    ApiResponse answer(RequestBody body) throws InvalidRequest;
  }
}
