package fr.cofrap.tests.load.floods;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A row for each comparison. */
final class ComparisonTable {
  private static final List<String> COLUMNS =
      List.of(
          "entrance",
          "flood",
          "compared with",
          "flood/s",
          "logins/s",
          "kept",
          "p95, ms",
          "p95 ×",
          "5xx",
          "promise");

  private final String title;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();

  ComparisonTable(String title) {
    this.title = title;
  }

  /** Compares users with a flood and without. */
  ComparisonTable measure(Alternation users, String entrance, Flood flood, Promise promise) {
    return measure(users, entrance, Optional.empty(), flood, promise);
  }

  /** Compares users with a flood and with another one. */
  ComparisonTable measure(
      Alternation users, String entrance, Optional<Flood> other, Flood flood, Promise promise) {
    Progress.say("%s: %s, %s".formatted(title, entrance, flood));
    Comparison comparison = users.compare(other, flood);
    rows.add(
        List.of(
            entrance,
            flood.toString(),
            other.map(Flood::name).orElse("silence"),
            number("%.0f", comparison.median(pair -> pair.with().flood().sent())),
            from("%.1f", comparison, side -> side.users().succeeded()),
            number("%.2f", comparison.kept()),
            from("%.0f", comparison, side -> side.users().p95()),
            number("%.2f", comparison.slower()),
            comparison.refusedWithout() + " → " + comparison.refused(),
            promise.toString()));
    promise
        .broken(comparison)
        .forEach(what -> broken.add("%s, %s: %s".formatted(entrance, flood, what)));
    return this;
  }

  /** Adds what was found beside the comparisons. */
  void note(String found, List<String> whatIsBroken) {
    notes.add(found);
    broken.addAll(whatIsBroken);
  }

  Section section() {
    return new Section(title, COLUMNS, rows, notes, broken);
  }

  private static String from(String format, Comparison comparison, ToDoubleFunction<Side> measure) {
    return number(format, comparison.median(pair -> measure.applyAsDouble(pair.without())))
        + " → "
        + number(format, comparison.median(pair -> measure.applyAsDouble(pair.with())));
  }

  private static String number(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
