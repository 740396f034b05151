package fr.cofrap.admin;

import fr.cofrap.admin.database.DatabaseCommand;
import fr.cofrap.admin.database.PurgeCommand;
import fr.cofrap.admin.smoke.CodeCommand;
import fr.cofrap.admin.smoke.SmokeCommand;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The operators' program. Exit codes: 0 for success; 1 for failure, with one line on standard error
 * that says why; 2 for misuse.
 */
@Command(
    name = "cofrap",
    description = "Prepares, purges and checks an installation of COFRAP.",
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true)
public final class Cofrap {
  /** The libraries' logs, which only repeat with a stack trace what the one line says. */
  private static final Logger ROOT_LOGGER = Logger.getLogger("");

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help = false;

  /** Runs a command with its options; see {@code --help}. */
  public static void main(String[] arguments) {
    ROOT_LOGGER.setLevel(Level.OFF);
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    System.exit(commandLine(System.getenv(), System.in, out, err).execute(arguments));
  }

  static CommandLine commandLine(
      Map<String, String> variables, InputStream in, PrintWriter out, PrintWriter err) {
    Environment environment = new Environment(Map.copyOf(variables));
    return new CommandLine(new Cofrap())
        .addSubcommand(new DatabaseCommand(environment, out))
        .addSubcommand(new PurgeCommand(environment, out))
        .addSubcommand(new SmokeCommand(environment, out))
        .addSubcommand(new CodeCommand(in, out))
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(Cofrap::failed);
  }

  private static int failed(
      Exception thrown, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
    if (thrown instanceof Failure failure) {
      commandLine.getErr().println("cofrap: " + failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw thrown;
  }
}
