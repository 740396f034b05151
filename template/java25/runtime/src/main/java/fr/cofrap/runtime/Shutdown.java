package fr.cofrap.runtime;

import com.openfaas.model.AbstractHandler;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What happens between SIGTERM and the process's end, as a shutdown hook.
 *
 * <p>of-watchdog passes SIGTERM on at once and then drains its own calls through this process: so
 * it goes on serving for the grace before it stops. The exit code stays the signal's (143, 130).
 */
final class Shutdown implements Runnable {
  private static final Logger LOG = Logger.getLogger(Shutdown.class.getName());
  private static final Duration CALLS_IN_FLIGHT = Duration.ofSeconds(20);

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
      boolean ended = server.stop(CALLS_IN_FLIGHT);
      LOG.log(Level.INFO, "stopped", Map.of("everyCallAnswered", ended));
    } catch (InterruptedException nobodyDoes) {
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
