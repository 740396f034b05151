package fr.cofrap.tests.load.floods;

import fr.cofrap.devstack.process.FunctionProcess;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.OneMachine;
import fr.cofrap.tests.installation.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process of {@code authenticate-user} whose ring lacks the key that all fingerprints were made
 * with. Those of users who log in there are made anew.
 */
final class LostKey {
  private static final int OTHERS = 100;
  private static final Pressure FLOOD = new Pressure.AtRate(300);

  private final Bench bench;
  private final Entrance entrance;

  private LostKey(Bench bench, Entrance entrance) {
    this.bench = bench;
    this.entrance = entrance;
  }

  static Section measure(Bench bench) {
    OneMachine machine = bench.machine();
    try (FunctionProcess process =
        FunctionProcess.start(
            machine
                .launchOf(Operation.AUTHENTICATE_USER, "lost-key")
                .withSecrets(secretsWithAnotherKey(machine)))) {
      return new LostKey(bench, new Entrance("port", process.uri())).measure();
    }
  }

  private static Path secretsWithAnotherKey(OneMachine machine) {
    Path own = Workspace.folder("lost-key");
    try (Stream<Path> files = Files.list(Ring.secrets(machine, Operation.AUTHENTICATE_USER))) {
      Files.createDirectories(own);
      for (Path file : files.toList()) {
        Files.copy(file, own.resolve(file.getFileName()));
      }
      Ring.in(own).write(Ring.freshKey());
      return own;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Section measure() {
    double half = bench.capacity() / 2;
    Alternation users = bench.users(half, entrance);
    Users others = new Users(bench.machine().api());
    others.grow(OTHERS);
    ComparisonTable table = new ComparisonTable("The key is lost");
    everyone("users without a flood", bench.users(), table);
    table.measure(
        users,
        "port",
        bench.flood(Attack.FORGED_PASSWORDS, FLOOD, entrance, others::names),
        Promise.wholeRate(Double.POSITIVE_INFINITY));
    everyone("users who were flooded, after it", others, table);
    return table.section();
  }

  /** Each logs in once, slowly enough for one hashing thread. */
  private void everyone(String who, Users users, ComparisonTable table) {
    Progress.say("lost key: %d %s".formatted(users.number(), who));
    double perSecond = bench.capacity() / 4;
    Samples logins =
        new Pressure.AtRate(perSecond)
            .send(
                new Client(),
                users.logins(entrance.address()),
                Duration.ofNanos((long) (users.number() / perSecond * 1e9)));
    long failed = logins.all().size() - logins.count(200);
    table.note(
        "%d of %d %s could log in".formatted(logins.count(200), logins.all().size(), who),
        failed == 0
            ? List.of()
            : List.of(who + ": expected every login, found " + logins.statuses()));
  }
}
