package fr.cofrap.tests.sources;

import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.OpenFaas;
import fr.cofrap.tests.installation.SharedInstallation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** OpenFaaS' gateway and of-watchdog leave the chain as the proxy in front of them wrote it. */
@Tag("postgres")
@Tag("openfaas")
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SharedInstallation.class)
class OpenFaasSourcesTest extends SourcesContract {
  private final OpenFaas installation;

  OpenFaasSourcesTest(OpenFaas installation) {
    this.installation = installation;
    installation.restart(launch -> launch.with("--env=" + THREE_PER_SOURCE));
  }

  /** The others sign up more users. */
  @AfterAll
  void restore() {
    installation.restart();
  }

  @Override
  URI function() {
    return installation.gateway().uri().resolve(Operation.GENERATE_PASSWORD.path());
  }

  @Override
  HttpResponse<String> send(String address, String forged, HttpRequest.Builder request) {
    return sendAsProxy(address, forged, request);
  }
}
