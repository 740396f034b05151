package fr.cofrap.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waits for an event, however busy the machine is. */
public final class Patience {
  /** Long enough for any machine: whatever takes longer is hung. */
  public static final Duration LIMIT = Duration.ofSeconds(60);

  private Patience() {}

  public static void await(Callable<Boolean> event) throws Exception {
    Instant end = Instant.now().plus(LIMIT);
    while (!event.call()) {
      assertThat(Instant.now()).as("a minute has passed").isBefore(end);
      Thread.sleep(50);
    }
  }
}
