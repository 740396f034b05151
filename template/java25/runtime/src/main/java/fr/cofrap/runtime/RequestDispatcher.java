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

/** Passes each request to the function's handler, under its own call ID. */
final class RequestDispatcher implements HttpHandler {
  private static final Logger LOG = Logger.getLogger(RequestDispatcher.class.getName());

  private final RequestReader reader;
  private final int maxBodyBytes;
  private volatile @Nullable AbstractHandler handler;

  RequestDispatcher(int maxBodyBytes) {
    this.reader = new RequestReader(maxBodyBytes);
    this.maxBodyBytes = maxBodyBytes;
  }

  /** Until this is called, every request gets a 503. */
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

  /** Whatever the handler throws, including Errors, is logged here and never sent to the client. */
  private static Reply reply(AbstractHandler handler, HttpRequest request) {
    try {
      IResponse response = handler.Handle(request);
      if (response == null) {
        throw new IllegalStateException("The handler returned null");
      }
      return Reply.from(response);
    } catch (Throwable failure) {
      log(failure);
      return Problem.internalError();
    }
  }

  /** Out of memory or stack, logging may fail too; the client must get a response anyway. */
  private static void log(Throwable failure) {
    try {
      LOG.log(Level.SEVERE, "The handler failed", failure);
    } catch (Throwable lost) {
      failure.addSuppressed(lost);
    }
  }
}
