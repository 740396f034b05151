package fr.cofrap.runtime;

import com.openfaas.model.AbstractHandler;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The graceful shutdown, as a JVM shutdown hook.
 *
 * <p>of-watchdog forwards SIGTERM immediately, then drains its own requests through this process.
 * So the process keeps serving for the grace period before it stops. Its exit code is still the
 * signal's (143, 130).
 */
final class Shutdown implements Runnable {
  private static final Logger LOG = Logger.getLogger(Shutdown.class.getName());
  private static final Duration IN_FLIGHT_LIMIT = Duration.ofSeconds(20);

  private final Readiness readiness;
  private final Duration grace;
  private final FunctionServer server;
  private final AbstractHandler handler;

  Shutdown(Readiness readiness, Duration grace, FunctionServer server, AbstractHandler handler) {
    this.readiness = readiness;
    this.grace = grace;
    this.server = server;
    this.handler = handler;
  }

  @Override
  public void run() {
    readiness.stopping();
    LOG.log(Level.INFO, "draining", Map.of("graceMillis", grace.toMillis()));
    try {
      Thread.sleep(grace);
      boolean ended = server.stop(IN_FLIGHT_LIMIT);
      LOG.log(Level.INFO, "stopped", Map.of("allRequestsFinished", ended));
    } catch (InterruptedException unexpected) {
      Thread.currentThread().interrupt();
    } finally {
      closeHandler();
    }
  }

  private void closeHandler() {
    if (handler instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Throwable failure) {
        LOG.log(Level.WARNING, "The handler could not be closed", failure);
      }
    }
  }
}
