package fr.cofrap.tests.load.floods;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the requests of one kind.
 *
 * @param span in which they were sent
 */
record Samples(List<Sample> all, Duration span) {
  static final Samples NONE = new Samples(List.of(), Duration.ofSeconds(1));

  Samples {
    all = List.copyOf(all);
  }

  /** How many a second were sent. */
  double sent() {
    return all.size() / seconds();
  }

  /** How many a second succeeded. */
  double succeeded() {
    return count(200) / seconds();
  }

  long count(int status) {
    return all.stream().filter(sample -> sample.status() == status).count();
  }

  /** How many responses had each status. */
  Map<Integer, Long> statuses() {
    return all.stream().collect(groupingBy(Sample::status, TreeMap::new, counting()));
  }

  long refused() {
    return all.stream().filter(Sample::refused).count();
  }

  /** What 95 of 100 successes took at most: a quick refusal must not count as a quick login. */
  double p95() {
    return Statistics.percentile(
        all.stream().filter(sample -> sample.status() == 200).mapToDouble(Sample::millis).toArray(),
        0.95);
  }

  private double seconds() {
    return span.toNanos() / 1e9;
  }
}
