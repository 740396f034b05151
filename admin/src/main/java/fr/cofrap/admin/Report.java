package fr.cofrap.admin;

import java.io.PrintStream;

/** Says a line for each step, and remembers whether one of them changed anything. */
final class Report {
  private final PrintStream out;
  private boolean changed;

  Report(PrintStream out) {
    this.out = out;
  }

  void done(String line) {
    changed = true;
    out.println(line);
  }

  void found(String line) {
    out.println(line);
  }

  void end() {
    out.println(changed ? "Prepared." : "Nothing to do.");
  }
}
