package fr.cofrap.tests.load.floods;

import java.util.Arrays;

/** What is said about many numbers. */
final class Statistics {
  private Statistics() {}

  /**
   * The smallest of the numbers that this share of them does not exceed: the nearest rank.
   *
   * @param share above 0, up to 1
   * @return not a number if there are none
   */
  static double percentile(double[] numbers, double share) {
    if (numbers.length == 0) {
      return Double.NaN;
    }
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** The middle one, or the mean of the two in the middle; not a number if there are none. */
  static double median(double[] numbers) {
    if (numbers.length == 0) {
      return Double.NaN;
    }
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
