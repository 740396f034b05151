package fr.cofrap.tests.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.cofrap.tests.openfaas.Gateway;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Requests to a slow function, all of them at once. */
final class SlowRequests implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch connected;
  private final List<Future<String>> outcomes;

  private SlowRequests(Gateway gateway, String function, int number, Duration each) {
    connected = new CountDownLatch(number);
    outcomes =
        IntStream.range(0, number)
            .mapToObj(_ -> threads.submit(() -> outcome(gateway, function, each)))
            .toList();
  }

  static SlowRequests send(Gateway gateway, String function, int number, Duration each) {
    return new SlowRequests(gateway, function, number, each);
  }

  /** Until the gateway is reading the body of each. */
  void awaitConnected() throws InterruptedException {
    connected.await();
  }

  /** How many responses had which status and content type. */
  Map<String, Integer> outcomes() throws InterruptedException, ExecutionException {
    Map<String, Integer> counts = new TreeMap<>();
    for (Future<String> outcome : outcomes) {
      counts.merge(outcome.get(), 1, Integer::sum);
    }
    return counts;
  }

  private String outcome(Gateway gateway, String function, Duration each) {
    byte[] body = Long.toString(each.toSeconds()).getBytes(US_ASCII);
    HttpResponse<String> response =
        gateway.send(
            HttpRequest.newBuilder(gateway.uri().resolve("/function/" + function))
                .POST(
                    BodyPublishers.ofInputStream(() -> {
                      connected.countDown();
                      return new ByteArrayInputStream(body);
                    })));
    return response.statusCode()
        + " "
        + response.headers().firstValue("Content-Type").orElse("without a type");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
