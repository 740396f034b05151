package fr.cofrap.tests.load.floods;

import fr.cofrap.tests.Pause;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.OneMachine;
import fr.cofrap.tests.load.EnrolledUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The key of the fingerprints is rotated under load, in the steps of sealed-secrets/rotate. */
final class KeyRotation {
  /** Of what the machine can log in: every step starts JVMs beside it. */
  private static final double SHARE = 0.25;

  private final OneMachine machine;
  private final String old;
  private final String fresh = Ring.freshKey();

  private KeyRotation(OneMachine machine) {
    this.machine = machine;
    old = Ring.of(machine, Operation.AUTHENTICATE_USER).read();
  }

  static Section underLoad(Bench bench) {
    KeyRotation rotation = new KeyRotation(bench.machine());
    double perSecond = bench.capacity() * SHARE;
    bench.users().grow(Users.enoughFor(perSecond));
    Traffic logins = bench.users().logins(bench.gateway().address());
    Progress.say("rotation: %.1f logins/s".formatted(perSecond));
    Pressure rate = new Pressure.AtRate(perSecond);
    List<Sample> samples = new ArrayList<>();
    long begin = System.nanoTime();
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      CompletableFuture<Void> done = CompletableFuture.runAsync(rotation::rotate, thread);
      Client client = new Client();
      do {
        samples.addAll(rate.send(client, logins, bench.pace().side()).all());
      } while (!done.isDone());
      done.join();
    }
    return section(new Samples(samples, Duration.ofNanos(System.nanoTime() - begin)));
  }

  private void rotate() {
    String before = idOfTheWritingKey();
    step(old, "+" + fresh);
    String prepared = idOfTheWritingKey();
    step(fresh, old);
    String after = idOfTheWritingKey();
    if (!before.equals(prepared) || after.equals(before)) {
      throw new IllegalStateException(
          "the key was not rotated: %s, %s, %s".formatted(before, prepared, after));
    }
  }

  private void step(String... keys) {
    for (Operation operation : Operation.values()) {
      Progress.say("rotation: a new process of %s reads %d keys".formatted(operation, keys.length));
      Ring.of(machine, operation).write(keys);
      machine.replicas(operation, 2);
      machine.processes(operation).getFirst().stop();
      while (machine.processes(operation).size() > 1) {
        Pause.of(Duration.ofMillis(50));
      }
    }
  }

  /** With which the service makes fingerprints of new passwords; it takes a user to see it. */
  private String idOfTheWritingKey() {
    EnrolledUser user = EnrolledUser.enroll(machine.api(), 1).getFirst();
    return machine.database().column("fingerprint", user.person().username()).split(":", -1)[1];
  }

  private static Section section(Samples logins) {
    long failed = logins.all().size() - logins.count(200);
    return new Section(
        "Rotation of the key under load",
        List.of("logins", "failed", "responses", "promise"),
        List.of(
            List.of(
                Integer.toString(logins.all().size()),
                Long.toString(failed),
                logins.statuses().toString(),
                "no failed login")),
        List.of(),
        failed == 0 ? List.of() : List.of("expected no failed login, found " + failed));
  }
}
