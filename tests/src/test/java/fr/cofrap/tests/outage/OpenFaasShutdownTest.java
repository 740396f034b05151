package fr.cofrap.tests.outage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Http;
import fr.cofrap.tests.Pause;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.docker.Container;
import fr.cofrap.tests.docker.Docker;
import fr.cofrap.tests.docker.FunctionLaunch;
import fr.cofrap.tests.installation.OpenFaas;
import fr.cofrap.tests.installation.SharedInstallation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A function that cannot serve ends its container; one that is stopped responds first. */
@Tag("postgres")
@Tag("openfaas")
@ExtendWith(SharedInstallation.class)
class OpenFaasShutdownTest {
  private static final Operation FUNCTION = Operation.AUTHENTICATE_USER;

  /** Containers that exit right after their last response: one alone would prove little. */
  private static final int CONTAINERS = 6;

  private final OpenFaas installation;

  OpenFaasShutdownTest(OpenFaas installation) {
    this.installation = installation;
  }

  @Test
  void aMissingSecretEndsTheContainer(@TempDir Path folder) throws IOException {
    Path secrets =
        installation.foundation().secrets().copyOf(FUNCTION.function(), folder.resolve("copy"));
    Files.delete(secrets.resolve("TICKET_KEY_B64"));

    try (Container container =
        installation.launchOf(FUNCTION).withSecrets(secrets).start("without-a-secret")) {
      assertThat(container.awaitExit()).isEqualTo(1);
      assertThat(container.log()).contains("secret TICKET_KEY_B64 is missing");
    }
  }

  @Test
  void aKilledJvmEndsTheContainer() {
    FunctionLaunch launch = installation.launchOf(FUNCTION);
    try (Container container = launch.start("killed")) {
      launch.awaitReady(container);

      Docker.run(
          "exec",
          container.name(),
          "bash",
          "-c",
          "kill -9 $(grep -lx java /proc/[0-9]*/comm | cut -d / -f 3)");

      assertThat(container.awaitExit()).isNotZero();
    }
  }

  /** One that outlasts of-watchdog's health checks and the JVM's grace. */
  @Test
  void theLastRequestIsServedBeforeTheContainerExits() throws Exception {
    FunctionLaunch launch = OpenFaas.patient(installation.slowLaunch());
    List<Container> containers =
        IntStream.range(0, CONTAINERS).mapToObj(n -> launch.start("last-" + n)).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> responses =
          containers.stream()
              .map(launch::awaitReady)
              .map(address -> threads.submit(() -> sleepFor16Seconds(address)))
              .toList();
      containers.forEach(OpenFaasShutdownTest::awaitRequest);
      containers.forEach(container -> container.signal("TERM"));

      for (Future<String> response : responses) {
        assertThat(response.get()).isEqualTo("200 slept");
      }
      for (Container container : containers) {
        container.awaitExit();
      }
    } finally {
      containers.forEach(Container::close);
    }
  }

  private static String sleepFor16Seconds(URI address) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Http.HUNG)
            .POST(BodyPublishers.ofString("16"))
            .build();
    HttpResponse<String> response = Http.exchange(request, BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }

  /** Until of-watchdog has passed a request on to the JVM: a connection to its port, 8082. */
  private static void awaitRequest(Container container) {
    Instant end = Instant.now().plus(Http.HUNG);
    while (Docker.command("exec", container.name(), "grep", "-qE", ":1F92 [0-9A-F]+:[0-9A-F]+ 01 ")
            .and("/proc/net/tcp", "/proc/net/tcp6")
            .run()
            .exitCode()
        != 0) {
      assertThat(Instant.now()).as("no request reaches " + container.name()).isBefore(end);
      Pause.of(Duration.ofMillis(100));
    }
  }
}
