package fr.cofrap.tests.openfaas;

import fr.cofrap.tests.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/**
 * A container that kubelet would probe as faas-netes asks for: {@code /_/health} after two seconds,
 * then every two, for one; three misses make it unready.
 */
final class Replica {
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int MISSES = 3;

  /** How long requests still come to a pod that is being deleted. */
  private static final Duration REMOVAL_DELAY = Duration.ofSeconds(2);

  /** Long enough for any machine: whatever takes longer is hung. */
  private static final Duration HUNG = Duration.ofMinutes(2);

  private final URI address;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private volatile boolean ready;
  private volatile boolean leaving;
  private volatile boolean gone;

  private Replica(URI address) {
    this.address = address;
  }

  static Replica probing(URI address) {
    Replica replica = new Replica(address);
    Thread.startVirtualThread(replica::probe);
    return replica;
  }

  URI address() {
    return address;
  }

  boolean isReady() {
    return ready && !gone;
  }

  boolean isLeaving() {
    return leaving;
  }

  void awaitReady() {
    Instant end = Instant.now().plus(HUNG);
    while (!ready) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(address + " gets no requests");
      }
      Pause.of(Duration.ofMillis(50));
    }
  }

  /** As a pod that is being deleted: it does not count, but requests come for a while. */
  void leave() {
    leaving = true;
    Thread.startVirtualThread(() -> {
      Pause.of(REMOVAL_DELAY);
      gone = true;
    });
  }

  private void probe() {
    int misses = 0;
    while (!gone) {
      Pause.of(PERIOD);
      misses = isHealthy() ? 0 : misses + 1;
      ready = misses == 0 || (ready && misses < MISSES);
    }
  }

  private boolean isHealthy() {
    HttpRequest probe =
        HttpRequest.newBuilder(address.resolve("/_/health"))
            .timeout(PATIENCE)
            .header("User-Agent", "kube-probe/1.33")
            .build();
    try {
      return client.send(probe, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException missed) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
