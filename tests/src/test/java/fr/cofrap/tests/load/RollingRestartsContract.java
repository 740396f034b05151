package fr.cofrap.tests.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.installation.Replicated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No request is lost while every function's only replica is replaced repeatedly. */
abstract class RollingRestartsContract {
  private static final int RESTARTS = 10;

  /** Fewer would prove little. */
  private static final int MANY = 1_000;

  private final Replicated installation;

  RollingRestartsContract(Replicated installation) {
    this.installation = installation;
  }

  @BeforeEach
  void leaveOneReplica() {
    installation.scaleTo(1);
  }

  /** As other tests need them, which may share the installation. */
  @AfterEach
  void restoreReplicas() {
    installation.scaleTo(2);
  }

  @Test
  @SuppressWarnings("SystemOut")
  void tenRestartsLoseNoRequest() throws InterruptedException {
    try (Load load = Load.start(installation.api())) {
      for (int i = 0; i < RESTARTS; i++) {
        installation.restart();
      }
      Tally tally = load.stop();

      System.out.println(tally);
      assertThat(tally.lost()).isEmpty();
      assertThat(tally.served()).isGreaterThan(MANY);
    }
  }
}
