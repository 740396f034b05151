package com.openfaas.function;

import com.openfaas.model.AbstractHandler;
import com.openfaas.model.IRequest;
import com.openfaas.model.IResponse;
import com.openfaas.model.Response;
import fr.cofrap.runtime.HttpRequest;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Greets the name in the body of a POST.
 *
 * <p>One instance handles all requests concurrently, so its fields must be thread-safe. Any
 * exception becomes a plain 500, with the stack trace in the log. Throw {@code
 * fr.cofrap.runtime.Misconfigured} from the constructor if the deployment is misconfigured, and
 * implement {@link AutoCloseable} to close resources at shutdown.
 */
public final class Handler extends AbstractHandler {
  private static final Logger LOG = Logger.getLogger(Handler.class.getName());

  /** 200 with the greeting, or 405. */
  @Override
  public IResponse Handle(IRequest request) {
    if (!HttpRequest.methodOf(request).equals("POST")) {
      IResponse response = text(405, "Send a name with POST.");
      response.setHeader("Allow", "POST");
      return response;
    }
    String name = request.getBody().strip();
    LOG.log(Level.INFO, "greeted", Map.of("nameLength", name.length()));
    return text(200, "Hello, " + (name.isEmpty() ? "world" : name) + "!");
  }

  private static IResponse text(int status, String body) {
    Response response = new Response();
    response.setStatusCode(status);
    response.setContentType("text/plain; charset=utf-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setBody(body);
    return response;
  }
}
