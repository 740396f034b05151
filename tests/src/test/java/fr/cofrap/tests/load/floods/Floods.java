package fr.cofrap.tests.load.floods;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.installation.OneMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The command behind {@code script/test floods}: exits with 1 if a promise is broken, with 2 if its
 * arguments are invalid.
 */
final class Floods {
  private static final Path REPORT = Repository.root().resolve("tests/target/floods.md");

  /** So that the last responses of a process reach the gateway while the key is rotated. */
  private static final Map<String, String> SETTINGS = Map.of("SHUTDOWN_GRACE", "PT2S");

  private Floods() {}

  public static void main(String[] arguments) throws IOException {
    Options options;
    try {
      options = Options.of(List.of(arguments));
    } catch (IllegalArgumentException e) {
      Progress.say(String.valueOf(e.getMessage()));
      System.exit(2);
      return;
    }
    List<Section> sections = measure(options);
    // Whatever is left of the clients' threads must not keep this running.
    System.exit(sections.stream().allMatch(section -> section.broken().isEmpty()) ? 0 : 1);
  }

  private static List<Section> measure(Options options) throws IOException {
    StringBuilder report = new StringBuilder();
    List<Section> sections = new ArrayList<>();
    try (OneMachine machine = OneMachine.start("floods", SETTINGS)) {
      Bench bench = new Bench(machine, options.pace());
      print(report, conditions(bench));
      for (Scenario scenario : options.scenarios()) {
        Section section = attempt(scenario, bench);
        sections.add(section);
        print(report, section.markdown());
      }
    }
    return sections;
  }

  /** What one scenario could not measure must not cost the results of the others. */
  private static Section attempt(Scenario scenario, Bench bench) {
    try {
      return measure(scenario, bench);
    } catch (IllegalStateException | AssertionError e) {
      return Section.unmeasured(scenario.toString(), e);
    }
  }

  private static Section measure(Scenario scenario, Bench bench) {
    return switch (scenario) {
      case HALF -> Rates.half(bench);
      case LIMIT -> Rates.limit(bench);
      case CONNECTIONS -> Connections.asFastAsTheyCan(bench);
      case NGINX -> Connections.behindNginx(bench);
      case KINDS -> FailedLogins.compare(bench);
      case ROTATION -> KeyRotation.underLoad(bench);
      case LOST_KEY -> LostKey.measure(bench);
    };
  }

  private static String conditions(Bench bench) {
    return String.format(
        Locale.ROOT,
        """
        # Floods of failing logins

        %s, %d processors with a load of %.1f at the start, Java %s.
        Each side was measured for %d s, %d times; the figures are medians, "kept" and "p95 ×" of the ratios of
        neighboring sides.
        """,
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.version(),
        bench.pace().side().toSeconds(),
        bench.pace().pairs());
  }

  /** Kept after each part: an interrupted run has measured something. */
  @SuppressWarnings("SystemOut")
  private static void print(StringBuilder report, String part) throws IOException {
    report.append(part).append('\n');
    System.out.println(part);
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, report);
  }
}
