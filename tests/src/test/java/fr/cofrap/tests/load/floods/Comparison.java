package fr.cofrap.tests.load.floods;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Pairs of sides. Only ratios within a pair are compared: machines are busy at times. */
record Comparison(List<Pair> pairs) {
  Comparison {
    pairs = List.copyOf(pairs);
  }

  double kept() {
    return median(Pair::kept);
  }

  double slower() {
    return median(Pair::slower);
  }

  double median(ToDoubleFunction<Pair> measure) {
    return Statistics.median(pairs.stream().mapToDouble(measure).toArray());
  }

  /** How many users were refused during the flood. */
  long refused() {
    return pairs.stream().mapToLong(pair -> pair.with().users().refused()).sum();
  }

  /** How many users were refused on the other side. */
  long refusedWithout() {
    return pairs.stream().mapToLong(pair -> pair.without().users().refused()).sum();
  }
}
