package fr.cofrap.tests.images;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Http;
import fr.cofrap.tests.Pause;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.docker.Container;
import fr.cofrap.tests.docker.Docker;
import fr.cofrap.tests.docker.FunctionLaunch;
import fr.cofrap.tests.installation.OpenFaas;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.openfaas.FaasCli;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A function's finished image: unprivileged, with a health check, and without need of a shell. */
@Tag("postgres")
@Tag("openfaas")
@ExtendWith(SharedInstallation.class)
class WatchdogImageTest {
  private static final Operation FUNCTION = Operation.AUTHENTICATE_USER;

  private final OpenFaas installation;

  WatchdogImageTest(OpenFaas installation) {
    this.installation = installation;
  }

  @Test
  void itRunsUnprivilegedWithAHealthCheck() {
    assertThat(
            Docker.run(
                "image",
                "inspect",
                "--format",
                "{{.Config.User}} {{.Config.Healthcheck.Test}} {{.Config.Cmd}}",
                FaasCli.image(FUNCTION.function())))
        .isEqualTo("10001:10001 [CMD test -e /tmp/.lock] [fwatchdog]");
  }

  @Test
  void itNeedsNoShell() {
    FunctionLaunch launch =
        installation
            .launchOf(FUNCTION)
            // Neither can be executed then: /bin/sh is dash.
            .with("--volume=/dev/null:/usr/bin/dash:ro", "--volume=/dev/null:/usr/bin/bash:ro");
    try (Container container = launch.start("without-a-shell")) {
      launch.awaitReady(container);
      awaitHealthy(container);

      assertThat(Docker.run("top", container.name(), "-eo", "pid,uid,comm").lines().skip(1))
          .map(line -> line.strip().replaceAll("^\\d+ +", "").replaceAll(" +", " "))
          .containsExactlyInAnyOrder("12000 fwatchdog", "12000 java");
    }
  }

  private static void awaitHealthy(Container container) {
    Instant end = Instant.now().plus(Http.HUNG);
    while (!container.inspect("{{.State.Health.Status}}").equals("healthy")) {
      assertThat(Instant.now()).as("healthy by its own check").isBefore(end);
      Pause.of(Duration.ofMillis(500));
    }
  }
}
