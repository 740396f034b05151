package fr.cofrap.password;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.CheapHasher;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Counts the runs of Argon2 themselves, with the JDK's method tracing (JEP 520). */
@Timeout(60)
final class OneRunForEveryoneTest {
  private static final Password PASSWORD = new Password("Ab3!cdefghjkmnpqrstuvwxy");
  private static final Password RENEWED = new Password("zY9~xwvutsrqpnmkjhgfedcb");
  private static final Password WRONG = new Password("A".repeat(24));

  private final PasswordHasher hasher = CheapHasher.at(CheapHasher.COST);
  private final PasswordHash active = hasher.hash(PASSWORD);
  private final PasswordHash renewal = hasher.hashAlike(RENEWED, active);

  @Test
  void takesOneRunForNobodyForOneHashAndForTwo() {
    assertThat(runsOf(() -> hasher.match(WRONG, List.of()))).isEqualTo(1);
    assertThat(runsOf(() -> hasher.match(WRONG, List.of(active)))).isEqualTo(1);
    assertThat(runsOf(() -> hasher.match(WRONG, List.of(active, renewal)))).isEqualTo(1);
  }

  @Test
  void takesOneRunForARightPasswordToo() {
    assertThat(runsOf(() -> hasher.match(PASSWORD, List.of(active)))).isEqualTo(1);
    assertThat(runsOf(() -> hasher.match(PASSWORD, List.of(active, renewal)))).isEqualTo(1);
    assertThat(runsOf(() -> hasher.match(RENEWED, List.of(active, renewal)))).isEqualTo(1);
  }

  @Test
  void takesNoRunForWhatCannotBeAPasswordWhoeverIsNamed() {
    Password impossible = new Password("short");
    assertThat(runsOf(() -> hasher.match(impossible, List.of()))).isZero();
    assertThat(runsOf(() -> hasher.match(impossible, List.of(active, renewal)))).isZero();
  }

  @Test
  void takesTwoOnlyWhileHashesOfOneUserShareNoSalt() {
    PasswordHash other = hasher.hash(RENEWED);
    assertThat(runsOf(() -> hasher.match(WRONG, List.of(active, other)))).isEqualTo(2);
  }

  private static int runsOf(Runnable work) {
    AtomicInteger runs = new AtomicInteger();
    try (RecordingStream events = new RecordingStream()) {
      events
          .enable("jdk.MethodTrace")
          .with(
              "filter", "org.bouncycastle.crypto.generators.Argon2BytesGenerator::fillMemoryBlocks")
          .with("threshold", Duration.ZERO.toString());
      events.onEvent("jdk.MethodTrace", event -> runs.incrementAndGet());
      events.startAsync();
      work.run();
      events.stop();
    }
    return runs.get();
  }
}
