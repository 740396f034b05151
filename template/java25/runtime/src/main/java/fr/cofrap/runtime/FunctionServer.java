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

/** The JDK's HTTP server, with a virtual thread per request. */
final class FunctionServer {
  private final HttpServer server;
  private final Readiness readiness;
  private final ReadinessEndpoint readinessEndpoint;
  private final RequestDispatcher dispatcher;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory());

  /**
   * Binds the address; nothing is accepted before {@link #start}.
   *
   * @throws Misconfigured if the address is not available
   */
  FunctionServer(InetSocketAddress address, Readiness readiness, RequestDispatcher dispatcher)
      throws IOException {
    HttpLimits.apply();
    try {
      this.server = HttpServer.create(address, HttpLimits.MAX_CONNECTIONS);
    } catch (BindException taken) {
      throw new Misconfigured("Cannot listen on " + address + ": " + taken.getMessage(), taken);
    }
    this.readiness = readiness;
    this.readinessEndpoint = new ReadinessEndpoint(readiness);
    this.dispatcher = dispatcher;
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
   * Stops accepting, waits for in-flight requests, then closes every connection.
   *
   * <p>{@link HttpServer#stop} alone would wait in vain: it still counts requests whose client has
   * disconnected. Here it only stops accepting, and is interrupted once the last request's thread
   * has ended.
   *
   * @return whether every request finished in time
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
      // A kept-alive connection would be cut when the shutdown ends, perhaps with a request on its
      // way.
      exchange.getResponseHeaders().set("Connection", "close");
    }
    if (ReadinessEndpoint.PATH.equals(exchange.getRequestURI().getRawPath())) {
      readinessEndpoint.handle(exchange);
    } else {
      dispatcher.handle(exchange);
    }
  }
}
