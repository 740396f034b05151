package fr.cofrap.devstack.gateway;

import fr.cofrap.devstack.process.Replicas;
import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * What OpenFaaS' gateway is to clients: {@code /function/<name>} and what lies under it goes to the
 * function. Everything else is the pages, on the same origin. Listens on 127.0.0.1 only.
 */
public final class Gateway implements AutoCloseable {
  private static final int BACKLOG = 1024;

  /** A request waits in a thread of its own while its client sends the body. */
  private static final int UNLIMITED = 0;

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

  /** HSTS (RFC 6797) for a year. An option decides, since any client could forge a header. */
  private static final HttpField STAY_WITH_TLS =
      new HttpField(HttpHeader.STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");

  private final Server server = new Server(new VirtualThreadPool(UNLIMITED));
  private final HttpConfiguration http = new HttpConfiguration();
  private final ServerConnector connector =
      new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
  private final Duration timeLimit;

  private Gateway(int port, Duration timeLimit) {
    this.timeLimit = timeLimit;
    http.setSendServerVersion(false);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(timeLimit.plusSeconds(5).toMillis());
    // Idle connections do not delay the shutdown.
    connector.setShutdownIdleTimeout(100);
    server.addConnector(connector);
    server.setErrorHandler(new PlainTextErrors());
    server.setStopTimeout(GRACE.toMillis());
  }

  /**
   * Takes the port; clients then wait until it {@link #serve serves}.
   *
   * @param port 0 for any that is free
   * @throws StartFailure if the port is in use
   */
  public static Gateway bind(int port) {
    return bind(port, TIME_LIMIT);
  }

  /**
   * A gateway with another limit than a minute.
   *
   * @param timeLimit for the response of a function
   */
  static Gateway bind(int port, Duration timeLimit) {
    Gateway gateway = new Gateway(port, timeLimit);
    try {
      gateway.connector.open();
      return gateway;
    } catch (IOException e) {
      throw new StartFailure(
          "port %d of 127.0.0.1 cannot be used (%s): choose another with PORT="
              .formatted(port, e.getCause() == null ? e.getMessage() : e.getCause().getMessage()),
          e);
    }
  }

  /**
   * Serves from now on.
   *
   * @param functions their names and where they serve
   * @param frontend folder of the pages' sources, where they are built
   * @param behindTls whether clients come through a proxy that speaks TLS
   * @param signUpClosed whether the pages should not offer to sign up
   */
  public void serve(
      Map<String, Replicas> functions, Path frontend, boolean behindTls, boolean signUpClosed)
      throws IOException {
    PathMappingsHandler routes = new PathMappingsHandler();
    routes.addMapping(PathSpec.from("/function/*"), new FunctionProxy(functions, timeLimit));
    routes.addMapping(PathSpec.from("/*"), Pages.of(frontend, signUpClosed));
    server.setHandler(routes);
    if (behindTls) {
      http.addCustomizer((request, headers) -> {
        headers.put(STAY_WITH_TLS);
        return request;
      });
    }
    LifeCycle.start(server);
  }

  /** Where it serves: {@code http://127.0.0.1:<port>/}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
  }

  /** Graceful: in-flight requests have ten seconds to finish. */
  @Override
  public void close() {
    LifeCycle.stop(server);
    connector.close();
  }
}
