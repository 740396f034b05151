package fr.cofrap.tests.openfaas;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Counts calls and the time that they took, and what was answered otherwise than expected. */
final class Tally {
  private static final int SHOWN = 10;

  private final Map<String, ConcurrentLinkedQueue<Long>> millis = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> unexpected = new ConcurrentLinkedQueue<>();

  void time(String kind, int expected, Supplier<HttpResponse<String>> call) {
    long begin = System.nanoTime();
    String outcome;
    try {
      HttpResponse<String> response = call.get();
      outcome =
          response.statusCode() + " " + response.headers().firstValue("Content-Type").orElse("");
      if (response.statusCode() != expected) {
        unexpected.add(kind + ": " + outcome + " " + response.body().strip());
      }
    } catch (RuntimeException e) {
      outcome = "no answer";
      unexpected.add(kind + ": " + e);
    }
    millis
        .computeIfAbsent(kind + ": " + outcome, name -> new ConcurrentLinkedQueue<>())
        .add((System.nanoTime() - begin) / 1_000_000);
  }

  /** Prints all of it, and says whether every answer was as expected. */
  boolean report() {
    new TreeMap<>(millis)
        .forEach((kind, times) -> {
          List<Long> sorted = times.stream().sorted().toList();
          System.out.printf(
              "%6d x %s (median %d ms, 99 of 100 within %d ms, all within %d ms)%n",
              sorted.size(),
              kind,
              sorted.get(sorted.size() / 2),
              sorted.get(sorted.size() * 99 / 100),
              sorted.getLast());
        });
    unexpected.stream().limit(SHOWN).forEach(each -> System.out.println("unexpected: " + each));
    System.out.println(unexpected.size() + " lost");
    return unexpected.isEmpty();
  }
}
