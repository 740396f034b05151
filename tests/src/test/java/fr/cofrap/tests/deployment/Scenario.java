package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.deployment.world.Disturbance.Kill;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A command line, from a state that an earlier one left, and the same killed and run again. */
final class Scenario {
  /** Those of which a part may be done: their stand-ins have a point halfway. */
  private static final Pattern IN_PARTS =
      Pattern.compile(
          "registry create|cluster create|cluster delete|kubeconfig write|helm|kubectl .*delete|"
              + "faas-cli up|/seal |compose .* (up|down) |^cp |^rm ");

  private static final Pattern CHANGES =
      Pattern.compile(
          "^(mkdir|rm|cp|chmod|docker|k3d|kubectl|helm|bash|env|sealed-secrets/seal) .*(?<!&)$");

  private final Place before;
  private final Place finished;
  private final String[] options;
  private final List<String> commands;

  Scenario(Place before, Place undisturbed, List<String> options) throws Exception {
    this.before = before;
    this.finished = undisturbed;
    this.options = options.toArray(String[]::new);
    finished.run(this.options).expect(0);
    this.commands = finished.commands();
  }

  /** Where the undisturbed run has ended. */
  Place finished() {
    return finished;
  }

  /** So that no command is left out of those at which the run is killed. */
  void runsTheCommandsOfItsDryRun() throws Exception {
    String[] dry = Stream.concat(Stream.of(options), Stream.of("--dry-run")).toArray(String[]::new);
    List<String> promised =
        before
            .run(dry)
            .output()
            .lines()
            .map(String::strip)
            .filter(CHANGES.asPredicate())
            .map(line -> line.replace(":PORT", ":N"))
            .toList();
    List<String> done =
        commands.stream()
            .map(line -> line.replaceAll("[^ ]*/tmp/cofrap-deploy[.][^/: ]*", "/tmp/cofrap-deploy"))
            .map(line -> line.replace(":12345", ":N"))
            .toList();
    assertThat(promised).isNotEmpty();
    assertThat(done).containsSubsequence(promised);
  }

  /**
   * Killed at each command that the pattern finds: the same command line then finishes, and so does
   * the other one, if the user's mind has changed.
   */
  void survivesKillsAt(String pattern, Scenario... other) {
    List<Scenario> next = Stream.concat(Stream.of(this), Stream.of(other)).toList();
    Pattern chosen = Pattern.compile(pattern);
    List<Kill> kills =
        IntStream.range(0, commands.size())
            .filter(number -> chosen.matcher(commands.get(number)).find())
            .boxed()
            .flatMap(number ->
                IN_PARTS.matcher(commands.get(number)).find()
                    ? Stream.of(new Kill(number + 1, false), new Kill(number + 1, true))
                    : Stream.of(new Kill(number + 1, false)))
            .toList();
    assertThat(kills).isNotEmpty();
    // All of them run to their end: one that went on would still use a folder that is deleted.
    List<AssertionError> failures =
        kills.parallelStream().flatMap(kill -> failure(kill, next).stream()).toList();
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }

  private Optional<AssertionError> failure(Kill kill, List<Scenario> next) {
    try {
      survives(kill, next);
      return Optional.empty();
    } catch (AssertionError e) {
      return Optional.of(e);
    }
  }

  private void survives(Kill kill, List<Scenario> next) {
    String at = "killed by " + kill + ": " + commands.get(kill.command() - 1);
    try (Place place = before.copy()) {
      Run killed = place.run(kill, options);
      assertThat(killed.status()).as("%s%n%s", at, killed.output()).isEqualTo(137);
      assertThat(killed.output()).as(at).doesNotContain("failed");
      for (Scenario scenario : next) {
        try (Place copy = place.copy()) {
          scenario.finishesIn(copy, at);
        }
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(at, e);
    }
  }

  private void finishesIn(Place place, String at) throws IOException, InterruptedException {
    Run run = place.run(options);
    assertThat(run.status()).as("%s, then %s:%n%s", at, run.command(), run.output()).isZero();
    assertThat(place.state()).as("%s, then %s", at, run.command()).isEqualTo(finished.state());
  }
}
