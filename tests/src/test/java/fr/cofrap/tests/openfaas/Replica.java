package fr.cofrap.tests.openfaas;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A container that kubelet would probe as faas-netes asks for: {@code /_/health} after two seconds,
 * then every two, for one; three misses make it unready.
 */
final class Replica implements Runnable {
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final int MISSES = 3;

  /** How long calls still come to a pod that is being deleted. */
  private static final Duration REMOVAL_DELAY = Duration.ofSeconds(2);

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private final long since = System.nanoTime();
  private volatile boolean ready;
  private volatile boolean gone;

  Replica(URI address) {
    this.address = address;
  }

  URI address() {
    return address;
  }

  boolean isReady() {
    return ready && !gone;
  }

  @Override
  public void run() {
    int misses = 0;
    try {
      while (!gone) {
        Thread.sleep(PERIOD);
        misses = answers() ? 0 : misses + 1;
        if (misses == 0 && !ready) {
          say("ready after " + (System.nanoTime() - since) / 1_000_000 + " ms");
        } else if (misses == MISSES) {
          say("three probes missed");
        }
        ready = misses == 0 || (ready && misses < MISSES);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Its pod is being deleted: calls stop some time later. */
  void leave() {
    Thread.ofVirtual()
        .start(() -> {
          try {
            Thread.sleep(REMOVAL_DELAY);
          } catch (InterruptedException early) {
            Thread.currentThread().interrupt();
          }
          gone = true;
          say("gets no more calls");
        });
  }

  private boolean answers() throws InterruptedException {
    HttpRequest probe =
        HttpRequest.newBuilder(address.resolve("/_/health"))
            .timeout(Duration.ofSeconds(1))
            .header("User-Agent", "kube-probe/1.33")
            .build();
    try {
      return client.send(probe, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException missed) {
      return false;
    }
  }

  private void say(String what) {
    System.out.println(address + " " + what);
  }
}
