package fr.cofrap.tests.extension;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Http;
import fr.cofrap.tests.docker.Container;
import fr.cofrap.tests.docker.Network;
import fr.cofrap.tests.openfaas.FaasCli;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code faas-cli new --lang java25} makes of the template. */
@Tag("openfaas")
class NewFunctionTest {
  private static final String NAME = "hello";

  @TempDir Path folder;

  /** The build runs the new function's own test. */
  @Test
  void aNewFunctionBuildsAndResponds() {
    FaasCli there = FaasCli.inCheckout(folder.resolve("checkout")).besideWithTemplate(NAME);
    there.makeFunction(NAME);
    there.command("build", "-f", "stack.yaml").output();

    try (Network network = Network.create("new-function");
        Container container =
            Container.start(
                network,
                NAME,
                List.of("--publish=127.0.0.1::8080", "--read-only", "--tmpfs=/tmp"),
                FaasCli.image(NAME))) {
      URI address = container.awaitReady(8080, "/_/health");
      HttpRequest request =
          HttpRequest.newBuilder(address).POST(BodyPublishers.ofString("OpenFaaS")).build();

      assertThat(Http.exchange(request, BodyHandlers.ofString()).body())
          .isEqualTo("Hello, OpenFaaS!");
    }
  }
}
