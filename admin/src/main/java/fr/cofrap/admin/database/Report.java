package fr.cofrap.admin.database;

import java.io.PrintWriter;

/** Prints a line for each step, and remembers whether one of them changed anything. */
final class Report {
  private final PrintWriter out;
  private boolean changed;

  Report(PrintWriter out) {
    this.out = out;
  }

  void changed(String line) {
    changed = true;
    out.println(line);
  }

  void unchanged(String line) {
    out.println(line);
  }

  void end() {
    out.println(changed ? "Prepared." : "Nothing to do.");
  }
}
