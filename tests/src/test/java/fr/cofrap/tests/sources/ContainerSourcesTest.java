package fr.cofrap.tests.sources;

import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.docker.FunctionLaunch;
import fr.cofrap.tests.installation.Containers;
import fr.cofrap.tests.installation.SharedInstallation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A function's image; the test is the proxy in front. */
@Tag("postgres")
@Tag("images")
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SharedInstallation.class)
class ContainerSourcesTest extends SourcesContract {
  private final URI function;

  ContainerSourcesTest(Containers containers) {
    FunctionLaunch launch =
        containers.launchOf(Operation.GENERATE_PASSWORD).with("--env=" + THREE_PER_SOURCE);
    function = launch.awaitReady(containers.start(launch, "sources"));
  }

  @Override
  URI function() {
    return function;
  }

  @Override
  HttpResponse<String> send(String address, String forged, HttpRequest.Builder request) {
    return sendAsProxy(address, forged, request);
  }
}
