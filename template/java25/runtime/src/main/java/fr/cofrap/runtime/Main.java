package fr.cofrap.runtime;

import com.openfaas.model.AbstractHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Serves the function's handler over HTTP until SIGTERM or SIGINT.
 *
 * <p>Settings come from the environment ({@link RuntimeSettings}). Exit codes: 143 after SIGTERM,
 * 130 after SIGINT, 1 if the function could not start or a thread that it needs died. Never 0,
 * after which of-watchdog would respond with 500 forever instead of ending the container.
 */
public final class Main {
  private Main() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    long start = System.nanoTime();
    Logging.start();
    Logger log = Logger.getLogger(Main.class.getName());
    Thread.setDefaultUncaughtExceptionHandler(new LastResort());
    try {
      RuntimeSettings settings = RuntimeSettings.from(System.getenv());
      Logging.level(settings.logLevel());
      int port = serve(settings);
      long startMillis = Duration.ofNanos(System.nanoTime() - start).toMillis();
      log.log(Level.INFO, "serving", Map.of("port", port, "startMillis", startMillis));
    } catch (Misconfigured misconfigured) {
      log.severe(misconfigured.getMessage());
      System.exit(1);
    } catch (Throwable failure) {
      log.log(Level.SEVERE, "The function could not start", failure);
      System.exit(1);
    }
  }

  /** Binds before the handler is constructed, so that early clients get a response: 503. */
  private static int serve(RuntimeSettings settings) throws IOException {
    LockFile lockFile = new LockFile(settings.lockFile());
    lockFile.removeStale();
    Readiness readiness = new Readiness();
    RequestDispatcher dispatcher = new RequestDispatcher(settings.maxBodyBytes());
    FunctionServer server = new FunctionServer(settings.address(), readiness, dispatcher);
    server.start();
    AbstractHandler handler = HandlerLoader.load();
    dispatcher.serveWith(handler);
    lockFile.write();
    Shutdown shutdown = new Shutdown(readiness, settings.shutdownGrace(), server, handler);
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown, "shutdown"));
    readiness.started();
    return server.port();
  }
}
