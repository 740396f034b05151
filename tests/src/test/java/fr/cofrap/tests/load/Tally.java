package fr.cofrap.tests.load;

import static java.util.stream.Collectors.joining;

import fr.cofrap.tests.api.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Counts requests and the time that they took, and keeps those with another response than expected.
 */
final class Tally {
  private static final int SHOWN = 10;

  private final Map<String, ConcurrentLinkedQueue<Long>> millis = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> lost = new ConcurrentLinkedQueue<>();

  void time(String kind, int expected, Supplier<ApiResponse> request) {
    long begin = System.nanoTime();
    String outcome;
    try {
      request.get().expect(expected);
      outcome = kind + ": " + expected;
    } catch (RuntimeException | AssertionError e) {
      outcome = kind + ": lost";
      lost.add("%s: %s".formatted(kind, e));
    }
    millis
        .computeIfAbsent(outcome, _ -> new ConcurrentLinkedQueue<>())
        .add((System.nanoTime() - begin) / 1_000_000);
  }

  List<String> lost() {
    return List.copyOf(lost);
  }

  /** The number of requests with the expected response. */
  int served() {
    return millis.values().stream().mapToInt(ConcurrentLinkedQueue::size).sum() - lost.size();
  }

  @Override
  public String toString() {
    String kinds =
        new TreeMap<>(millis)
            .entrySet().stream()
                .map(entry -> describe(entry.getKey(), entry.getValue().stream().sorted().toList()))
                .collect(joining());
    return kinds + lost.stream().limit(SHOWN).map("lost: %s%n"::formatted).collect(joining());
  }

  private static String describe(String outcome, List<Long> sorted) {
    return "%6d x %s (median %d ms, 99 of 100 within %d ms, all within %d ms)%n"
        .formatted(
            sorted.size(),
            outcome,
            sorted.get(sorted.size() / 2),
            sorted.get(sorted.size() * 99 / 100),
            sorted.getLast());
  }
}
