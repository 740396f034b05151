package fr.cofrap.tests.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Pause;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.api.RawRequest;
import fr.cofrap.tests.contract.ValidInput;
import fr.cofrap.tests.docker.Container;
import fr.cofrap.tests.docker.FunctionLaunch;
import fr.cofrap.tests.installation.Containers;
import fr.cofrap.tests.installation.SharedInstallation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SIGTERM while requests come in: each of them gets its response, then the container ends. */
@Tag("postgres")
@Tag("images")
@ExtendWith(SharedInstallation.class)
class ContainerShutdownTest {
  private static final int CLIENTS = 16;
  private static final Duration GRACE = Duration.ofSeconds(12);
  private static final String BODY = ValidInput.text(Operation.AUTHENTICATE_USER);

  private final CountDownLatch served = new CountDownLatch(CLIENTS);
  private final CountDownLatch signalled = new CountDownLatch(1);
  private final FunctionLaunch launch;
  private final Container container;
  private final URI address;

  ContainerShutdownTest(Containers containers) {
    launch = containers.launchOf(Operation.AUTHENTICATE_USER).with("--env=SHUTDOWN_GRACE=" + GRACE);
    container = containers.start(launch, "shutdown");
    address = launch.awaitReady(container);
  }

  @Test
  void everyRequestGetsItsResponse() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Integer>>> clients =
          IntStream.range(0, CLIENTS).mapToObj(_ -> threads.submit(this::untilSignalled)).toList();
      served.await();
      Instant signal = Instant.now();
      container.signal("TERM");
      signalled.countDown();

      // Less than the time that a request may take to arrive, and well before nobody listens.
      awaitTime(signal.plus(GRACE.dividedBy(2)));
      try (RawRequest open = start()) {
        open.write(BODY.substring(0, 20));
        awaitTime(signal.plus(GRACE).plusSeconds(1));
        open.write(BODY.substring(20));
        assertThat(open.response().status()).as("open when the grace ended").isEqualTo(401);
      }

      assertThat(container.awaitExit()).isEqualTo(143);
      assertThat(Instant.now()).isAfter(signal.plus(GRACE).plusSeconds(1));
      assertThat(statuses(clients)).contains(401).isSubsetOf(401, 503);
    }
  }

  /** Ends with a request that begins after the signal. */
  private List<Integer> untilSignalled() {
    List<Integer> statuses = new ArrayList<>();
    boolean last;
    do {
      last = signalled.getCount() == 0;
      try (RawRequest request = start()) {
        statuses.add(request.write(BODY).response().status());
      }
      served.countDown();
    } while (!last);
    return statuses;
  }

  private RawRequest start() {
    return RawRequest.to(address)
        .line("POST / HTTP/1.1")
        .line("Host: " + address.getAuthority())
        .line("Connection: close")
        .line("Content-Type: application/json")
        .line("Content-Length: " + BODY.length())
        .line("");
  }

  private static List<Integer> statuses(List<Future<List<Integer>>> clients)
      throws ExecutionException, InterruptedException {
    List<Integer> all = new ArrayList<>();
    for (Future<List<Integer>> client : clients) {
      all.addAll(client.get());
    }
    return all;
  }

  private static void awaitTime(Instant time) {
    Duration left = Duration.between(Instant.now(), time);
    if (left.isPositive()) {
      Pause.of(left);
    }
  }
}
