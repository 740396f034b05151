package fr.cofrap.tests.load.floods;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What users keep during a flood.
 *
 * @param kept the least share of their rate; 0 for any
 * @param slower how many times as long their logins take at most; infinity for any
 * @param neverRefused whether none of them gets a 503, or no response
 */
record Promise(double kept, double slower, boolean neverRefused) {
  /** Nothing: this is only measured. */
  static final Promise NONE = new Promise(0, Double.POSITIVE_INFINITY, false);

  /** A login in a hundred may be lost to the machine. */
  private static final double WHOLE = 0.99;

  /** Their whole rate, no 5xx, and logins that take so many times as long at most. */
  static Promise wholeRate(double slower) {
    return new Promise(WHOLE, slower, true);
  }

  static Promise atLeast(double kept) {
    return new Promise(kept, Double.POSITIVE_INFINITY, false);
  }

  /** What of it a comparison shows to be broken. */
  List<String> broken(Comparison comparison) {
    List<String> broken = new ArrayList<>();
    // Written so that what could not be measured, and is not a number, is broken too.
    if (kept > 0 && !(comparison.kept() >= kept)) {
      broken.add(
          String.format(
              Locale.ROOT, "expected %.2f of the rate, found %.2f", kept, comparison.kept()));
    }
    if (Double.isFinite(slower) && !(comparison.slower() <= slower)) {
      broken.add(
          String.format(
              Locale.ROOT, "expected p95 × %.1f, found × %.1f", slower, comparison.slower()));
    }
    if (neverRefused && comparison.refused() > 0) {
      broken.add("expected no 5xx, found " + comparison.refused());
    }
    return broken;
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (kept > 0) {
      parts.add(String.format(Locale.ROOT, "≥ %.2f", kept));
    }
    if (Double.isFinite(slower)) {
      parts.add(String.format(Locale.ROOT, "p95 ≤ × %.1f", slower));
    }
    if (neverRefused) {
      parts.add("no 5xx");
    }
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }
}
