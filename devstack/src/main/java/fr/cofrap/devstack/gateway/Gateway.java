package fr.cofrap.devstack.gateway;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import fr.cofrap.devstack.process.Replicas;
import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What OpenFaaS' gateway is to callers: {@code /function/<name>} and what lies under it goes to the
 * function. Everything else is the frontend, on the same origin. Listens on 127.0.0.1 only.
 */
public final class Gateway implements AutoCloseable {
  private static final int BACKLOG = 1024;

  /** HSTS (RFC 6797) for a year. A setting decides, since any caller could forge a header. */
  private static final Filter TLS_FROM_NOW_ON =
      Filter.beforeHandler(
          "Strict-Transport-Security",
          exchange ->
              exchange
                  .getResponseHeaders()
                  .set("Strict-Transport-Security", "max-age=31536000; includeSubDomains"));

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private volatile boolean serving;

  private Gateway(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  /**
   * Takes the port; callers then wait until it {@link #serve serves}.
   *
   * @param port 0 for any that is free
   * @throws StartFailure if the port is in use
   */
  public static Gateway bind(int port) throws IOException {
    // Else each answer on a kept connection may wait 40 ms for the caller's delayed
    // acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    try {
      return new Gateway(HttpServer.create(address, BACKLOG));
    } catch (BindException e) {
      throw new StartFailure(
          "port "
              + port
              + " of 127.0.0.1 cannot be used ("
              + e.getMessage()
              + "): choose another with --port",
          e);
    }
  }

  /**
   * Serves from now on.
   *
   * @param functions their names and where they serve
   * @param frontend folder of the built frontend; there need be none
   * @param security what its pages may do
   * @param tlsInFront whether callers come through a proxy that speaks TLS
   */
  public void serve(
      Map<String, Replicas> functions,
      Path frontend,
      SecurityHeaders security,
      boolean tlsInFront) {
    List<HttpContext> contexts =
        List.of(
            server.createContext("/function/", new FunctionRoute(functions)),
            server.createContext("/", new StaticFiles(frontend, security)));
    if (tlsInFront) {
      contexts.forEach(context -> context.getFilters().add(TLS_FROM_NOW_ON));
    }
    server.start();
    serving = true;
  }

  /** Where it serves: {@code http://127.0.0.1:<port>/}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Calls in flight have a second to end. */
  @Override
  public void close() {
    server.stop(serving ? 1 : 0);
    threads.shutdown();
  }
}
