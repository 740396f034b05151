package fr.cofrap.http;

import com.openfaas.model.IResponse;
import fr.cofrap.runtime.HttpRequest;
import java.util.Set;

/** An endpoint whose response a test defines. */
public final class StubEndpoint extends Endpoint {
  private final Set<String> fields;
  private final Responder responder;

  StubEndpoint(Set<String> fields, Responder responder) {
    this.fields = fields;
    this.responder = responder;
  }

  /** The response to a valid request without fields. */
  public static IResponse responseOf(Responder responder) {
    return new StubEndpoint(Set.of(), responder).Handle(HttpRequest.post("application/json", "{}"));
  }

  @Override
  protected Set<String> fields() {
    return fields;
  }

  @Override
  protected ApiResponse respond(RequestBody body) throws InvalidRequest {
    return responder.respond(body);
  }

  /** What a function does with a request. */
  @FunctionalInterface
  public interface Responder {
    ApiResponse respond(RequestBody body) throws InvalidRequest;
  }
}
