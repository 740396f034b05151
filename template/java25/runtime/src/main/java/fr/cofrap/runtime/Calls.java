package fr.cofrap.runtime;

import com.openfaas.model.AbstractHandler;
import com.openfaas.model.IResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Serves the function's calls, each on its own virtual thread and under its own call id. */
final class Calls implements HttpHandler {
  private static final Logger LOG = Logger.getLogger(Calls.class.getName());

  private final RequestReader reader;
  private final int maxBodyBytes;
  private volatile @Nullable AbstractHandler handler;

  Calls(int maxBodyBytes) {
    this.reader = new RequestReader(maxBodyBytes);
    this.maxBodyBytes = maxBodyBytes;
  }

  /** Until this is called every call is answered 503. */
  void serveWith(AbstractHandler constructed) {
    handler = constructed;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    AbstractHandler current = handler;
    if (current == null) {
      ResponseWriter.write(exchange, Problem.notReady());
      return;
    }
    Optional<HttpRequest> request = reader.read(exchange);
    if (request.isEmpty()) {
      ResponseWriter.write(exchange, Problem.tooLarge(maxBodyBytes));
      return;
    }
    String callId = CallId.accept(request.get().getHeader("X-Call-Id"));
    ResponseWriter.write(
        exchange,
        ScopedValue.where(CallId.CURRENT, callId).call(() -> reply(current, request.get())));
  }

  /** Whatever the handler throws, Errors included, is logged here and shown to nobody. */
  private static Reply reply(AbstractHandler handler, HttpRequest request) {
    try {
      IResponse response = handler.Handle(request);
      if (response == null) {
        throw new IllegalStateException("The handler answered null");
      }
      return Reply.from(response);
    } catch (Throwable failure) {
      log(failure);
      return Problem.internalError();
    }
  }

  /** With no memory or stack left the line may fail as well, which must not cost the answer. */
  private static void log(Throwable failure) {
    try {
      LOG.log(Level.SEVERE, "The handler failed", failure);
    } catch (Throwable lost) {
      failure.addSuppressed(lost);
    }
  }
}
