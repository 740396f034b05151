package fr.cofrap.tests.load.floods;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of results.
 *
 * @param notes sentences below it
 * @param broken a sentence for each promise that is broken
 */
record Section(
    String title,
    List<String> columns,
    List<List<String>> rows,
    List<String> notes,
    List<String> broken) {
  Section {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
    broken = List.copyOf(broken);
  }

  /** Of something that could not be measured, which keeps no promise. */
  static Section unmeasured(String title, Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new Section(
        title, List.of("result"), List.of(List.of("none")), List.of(), List.of(cause.toString()));
  }

  /** In Markdown, aligned for those who read it as it is. */
  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("## " + title);
    lines.add("");
    lines.add(line(columns));
    lines.add(
        IntStream.range(0, columns.size())
            .mapToObj(column -> "-".repeat(width(column)))
            .collect(joining(" | ", "| ", " |")));
    rows.forEach(row -> lines.add(line(row)));
    if (!notes.isEmpty() || !broken.isEmpty()) {
      lines.add("");
    }
    notes.forEach(note -> lines.add("- " + note));
    broken.forEach(promise -> lines.add("- BROKEN: " + promise));
    return String.join("\n", lines) + "\n";
  }

  private String line(List<String> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            column -> cells.get(column) + " ".repeat(width(column) - cells.get(column).length()))
        .collect(joining(" | ", "| ", " |"));
  }

  private int width(int column) {
    return Stream.concat(Stream.of(columns), rows.stream())
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElseThrow();
  }
}
