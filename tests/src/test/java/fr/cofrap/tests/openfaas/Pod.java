package fr.cofrap.tests.openfaas;

import fr.cofrap.tests.docker.Container;
import java.net.URI;
import java.time.Duration;

/** A function's container with of-watchdog, behind the gateway. */
public final class Pod implements AutoCloseable {
  /** What Kubernetes grants a pod from SIGTERM to SIGKILL. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Container container;
  private final Replica replica;

  Pod(Container container, Replica replica) {
    this.container = container;
    this.replica = replica;
  }

  /** Its address, past the gateway. */
  public URI address() {
    return container.address(8080);
  }

  public String log() {
    return container.log();
  }

  /**
   * Stops it as Kubernetes stops a pod: SIGTERM now, and soon no new requests.
   *
   * @return the exit code
   */
  public int end() {
    replica.leave();
    int exitCode = container.stop(GRACE);
    close();
    return exitCode;
  }

  @Override
  public void close() {
    replica.leave();
    container.close();
  }
}
