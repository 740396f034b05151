package fr.cofrap.admin;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The database's program: {@code prepare} and {@code purge}. Exit codes: 0 when done, 1 when it did
 * not succeed, with one line that says why, 2 when misused.
 */
public final class Main {
  /** The libraries' logs, which repeat with a stack trace what the one line says. */
  private static final Logger ROOT_LOGGER = Logger.getLogger("");

  private final Environment environment;
  private final PrintStream out;
  private final PrintStream err;

  Main(Map<String, String> variables, PrintStream out, PrintStream err) {
    environment = new Environment(Map.copyOf(variables));
    this.out = out;
    this.err = err;
  }

  /** Takes the name of the command, or {@code --help}. */
  public static void main(String[] arguments) {
    ROOT_LOGGER.setLevel(Level.OFF);
    System.exit(new Main(System.getenv(), System.out, System.err).run(List.of(arguments)));
  }

  int run(List<String> arguments) {
    return switch (arguments.size() == 1 ? arguments.getFirst() : "") {
      case "prepare" -> attempt(() -> Preparation.of(environment).run(new Report(out)));
      case "purge" -> attempt(() -> out.println(Purge.of(environment).run()));
      case "--help", "-h" -> {
        out.print(Help.TEXT);
        yield 0;
      }
      default -> {
        err.print(Help.TEXT);
        yield 2;
      }
    };
  }

  private int attempt(Runnable command) {
    try {
      command.run();
      return 0;
    } catch (Failure failure) {
      err.println("database: " + failure.getMessage());
      return 1;
    }
  }
}
