package fr.cofrap.devstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The program behind {@code start_full_demo.sh}: serves until Ctrl-C or SIGTERM, then stops all it
 * started. Exit codes: 130 and 143 after these, 1 if something does not start, 2 when misused.
 */
@Command(
    name = "fr.cofrap.devstack.Demo",
    description = {
      "Runs the built repository on this machine. start_full_demo.sh builds it and passes the options.",
      "The functions' settings are read from the environment."
    },
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class Demo implements Callable<Integer> {
  /** Held here because a logger that nobody holds forgets its level. */
  private static final Logger ROOT_LOGGER = Logger.getLogger("");

  private enum YesNo {
    YES,
    NO
  }

  @Option(names = "REPOSITORY", required = true, description = "the built repository")
  private Path repository = Path.of("");

  @Option(names = "PORT", defaultValue = "8080", description = "port of the service (8080)")
  private int port;

  @Option(names = "DATA", defaultValue = "data", description = "folder for everything kept (data)")
  private Path data = Path.of("");

  @Option(
      names = "BEHIND_TLS",
      defaultValue = "no",
      description = "yes if a TLS proxy is in front (no)")
  private YesNo behindTls = YesNo.NO;

  @SuppressWarnings("UnusedVariable") // picocli acts on it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this")
  private boolean help = false;

  private volatile boolean stopping;

  private Demo() {}

  /** Takes options, each NAME=value; see {@code --help}. */
  public static void main(String[] arguments) {
    ROOT_LOGGER.setLevel(Level.WARNING);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Demo()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** A failure while the stack is being stopped is a consequence of that, and not reported. */
  @Override
  public Integer call() throws InterruptedException {
    Stack stack = Stack.prepare(options());
    Runnable stop =
        () -> {
          stopping = true;
          stack.close();
        };
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
    try {
      stack.start();
      System.out.println(welcome(stack));
    } catch (RuntimeException failure) {
      if (!stopping) {
        String reason = failure instanceof StartFailure ? failure.getMessage() : failure.toString();
        System.err.println("start_full_demo.sh: " + reason);
        return CommandLine.ExitCode.SOFTWARE;
      }
    }
    new CountDownLatch(1).await();
    return CommandLine.ExitCode.OK;
  }

  private StackOptions options() {
    return StackOptions.in(data)
        .withRepository(repository)
        .withPort(port)
        .withBehindTls(behindTls == YesNo.YES)
        .withSettings(System.getenv())
        .withProgress(System.out::println);
  }

  private String welcome(Stack stack) {
    String name = "welcome.txt";
    try (InputStream text = Objects.requireNonNull(Demo.class.getResourceAsStream(name), name)) {
      return new String(text.readAllBytes(), UTF_8)
          .replace("{gateway}", stack.gateway().toString())
          .replace("{logs}", stack.logs().toString())
          .replace("{cofrap}", repository.resolve("admin/cofrap").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
