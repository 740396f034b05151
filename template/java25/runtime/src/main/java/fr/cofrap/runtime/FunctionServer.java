package fr.cofrap.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The JDK's HTTP server, with a virtual thread for each call. */
final class FunctionServer {
  private final HttpServer server;
  private final Readiness readiness;
  private final ReadinessPage readinessPage;
  private final Calls calls;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("call-", 0).factory());

  /**
   * Binds; nothing is accepted before {@link #start}.
   *
   * @throws Misconfigured if the address cannot be had
   */
  FunctionServer(InetSocketAddress address, Readiness readiness, Calls calls) throws IOException {
    HttpLimits.apply();
    try {
      this.server = HttpServer.create(address, HttpLimits.MAX_CONNECTIONS);
    } catch (BindException taken) {
      throw new Misconfigured("Cannot listen on " + address + ": " + taken.getMessage(), taken);
    }
    this.readiness = readiness;
    this.readinessPage = new ReadinessPage(readiness);
    this.calls = calls;
    server.createContext("/", this::handle);
    server.setExecutor(threads);
  }

  void start() {
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /**
   * Stops accepting, waits for the calls in flight, then closes every connection.
   *
   * <p>{@link HttpServer#stop} alone waits in vain: it still counts calls whose client went away.
   * So it only accepts no more, and is interrupted once the last call's thread has ended.
   *
   * @return whether every call had ended in time
   */
  boolean stop(Duration atMost) throws InterruptedException {
    Thread stopping = Thread.ofPlatform().start(() -> server.stop((int) atMost.toSeconds()));
    threads.shutdown();
    boolean ended = threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    stopping.interrupt();
    stopping.join();
    return ended;
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (!readiness.isReady()) {
      // Kept connections would be cut at the shutdown's end, perhaps with a call on its way.
      exchange.getResponseHeaders().set("Connection", "close");
    }
    if (ReadinessPage.PATH.equals(exchange.getRequestURI().getRawPath())) {
      readinessPage.handle(exchange);
    } else {
      calls.handle(exchange);
    }
  }
}
