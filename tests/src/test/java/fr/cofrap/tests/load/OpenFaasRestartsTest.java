package fr.cofrap.tests.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.installation.OpenFaas;
import fr.cofrap.tests.installation.SharedInstallation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("postgres")
@Tag("openfaas")
@ExtendWith(SharedInstallation.class)
class OpenFaasRestartsTest extends RollingRestartsContract {
  private final OpenFaas openFaas;

  OpenFaasRestartsTest(OpenFaas openFaas) {
    super(openFaas);
    this.openFaas = openFaas;
  }

  /** Otherwise the other test would prove nothing. */
  @Test
  void withoutShutdownGraceRequestsAreLost() throws InterruptedException {
    try (Load load = Load.start(openFaas.api())) {
      openFaas.restart(launch -> launch.with("--env=SHUTDOWN_GRACE=PT0S"));
      openFaas.restart(launch -> launch);

      assertThat(load.stop().lost()).isNotEmpty();
    }
  }
}
