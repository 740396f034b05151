package fr.cofrap.tests.load.floods;

import fr.cofrap.tests.races.AtOnce;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** How requests are sent. */
sealed interface Pressure {
  /** Sends for this long, and waits for the last responses. */
  Samples send(Client client, Traffic traffic, Duration time);

  /** Whenever one is due, whether or not there are responses to earlier ones. */
  record AtRate(double perSecond) implements Pressure {
    @Override
    public Samples send(Client client, Traffic traffic, Duration time) {
      ConcurrentLinkedQueue<Sample> samples = new ConcurrentLinkedQueue<>();
      long number = Math.max(1, Math.round(perSecond * time.toNanos() / 1e9));
      long interval = time.toNanos() / number;
      long begin = System.nanoTime();
      long sent;
      try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
        for (long i = 0; i < number; i++) {
          HttpRequest request = traffic.next();
          long due = begin + i * interval;
          await(due);
          requests.execute(() -> samples.add(client.send(request, due)));
        }
        sent = System.nanoTime() + interval;
      }
      return new Samples(
          List.copyOf(samples), Duration.ofNanos(Math.max(sent - begin, time.toNanos())));
    }

    private static void await(long due) {
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }

    @Override
    public String toString() {
      return "%,.0f/s".formatted(perSecond);
    }
  }

  /** One after the other over each of so many connections, as fast as they can. */
  record Connections(int number) implements Pressure {
    @Override
    public Samples send(Client client, Traffic traffic, Duration time) {
      long begin = System.nanoTime();
      Callable<List<Sample>> connection = () -> sendUntil(begin + time.toNanos(), client, traffic);
      List<Sample> samples =
          AtOnce.run(Collections.nCopies(number, connection)).stream()
              .flatMap(List::stream)
              .toList();
      return new Samples(samples, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static List<Sample> sendUntil(long end, Client client, Traffic traffic) {
      List<Sample> samples = new ArrayList<>();
      while (System.nanoTime() - end < 0) {
        HttpRequest request = traffic.next();
        samples.add(client.send(request, System.nanoTime()));
      }
      return samples;
    }

    @Override
    public String toString() {
      return number + " connections";
    }
  }
}
