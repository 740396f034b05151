package fr.cofrap.admin.smoke;

import fr.cofrap.admin.Environment;
import fr.cofrap.admin.database.Administration;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cofrap smoke}. */
@Command(
    name = "smoke",
    description =
        "Signs up a new user, binds an authenticator and logs in, end to end, on a running"
            + " service.",
    footer = {
      "",
      "If PGHOST is set, the user is removed again, even if a step fails, by the administrator that",
      "`cofrap database --help` describes. Otherwise the account stays."
    })
public final class SmokeCommand implements Callable<Integer> {
  private final Environment environment;
  private final PrintWriter out;

  @Option(
      names = "--gateway",
      required = true,
      paramLabel = "URL",
      description = "Where the functions are: URL/function/NAME.")
  private URI gateway = URI.create("");

  @Option(names = "--pages", paramLabel = "URL", description = "Request this page as well.")
  private Optional<URI> pages = Optional.empty();

  @Option(names = "--user", paramLabel = "NAME", description = "The user's name (smoke-SECONDS).")
  private String user = "smoke-" + Instant.now().getEpochSecond();

  /** A command with the settings to read, and where to report. */
  public SmokeCommand(Environment environment, PrintWriter out) {
    this.environment = environment;
    this.out = out;
  }

  @Override
  public Integer call() {
    Optional<Administration> administration =
        environment.text("PGHOST").map(_ -> Administration.of(environment));
    try {
      Service service = new Service(gateway, InstantSource.system(), SmokeCommand::pause);
      pages.ifPresent(page -> out.println(service.page(page)));
      new NewUser(user, service).signUpAndLogIn(out);
    } finally {
      administration.ifPresent(database -> database.removeUser(user));
    }
    return 0;
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
