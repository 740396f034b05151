package fr.cofrap.tests.sources;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.devstack.process.FunctionProcess;
import fr.cofrap.tests.Http;
import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.OneMachine;
import fr.cofrap.tests.user.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Through the gateway of one machine, which appends. All of 127.0.0.0/8 is this machine on Linux.
 */
@Tag("postgres")
@Tag("one-machine")
@EnabledOnOs(OS.LINUX)
class OneMachineSourcesTest extends SourcesContract {
  private static OneMachine installation;

  @BeforeAll
  static void start() {
    installation =
        OneMachine.start("sources", Map.of("SIGN_UPS_PER_SOURCE", "3", "TRUSTED_PROXIES", "1"));
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Override
  URI function() {
    return installation.gateway().resolve(Operation.GENERATE_PASSWORD.path());
  }

  @Override
  HttpResponse<String> send(String address, String forged, HttpRequest.Builder request) {
    if (!forged.isEmpty()) {
      request.header("X-Forwarded-For", forged);
    }
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .localAddress(InetAddress.ofLiteral(address))
            .build()) {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** One setting closes it for the functions and for the pages. */
  @Test
  void settingsJsonSaysThatSignUpIsClosedAndUsersStillRenew() {
    Person person = Person.unknownTo(installation.api());
    String ticket = person.logInAndAskForRenewal(person.enroll()).expect(200).text("renewalTicket");
    try (OneMachine closed = OneMachine.start("closed", Map.of("SIGN_UP", "closed"))) {
      Person late = Person.unknownTo(closed.api());
      late.askForPassword().expect(403, "sign_up_closed");
      assertThat(closed.database().everythingOf(late.username())).isEmpty();
      HttpRequest settings =
          HttpRequest.newBuilder(closed.gateway().resolve("settings.json")).build();
      assertThat(Http.exchange(settings, BodyHandlers.ofString()).body()).contains("closed");
    }
    try (FunctionProcess process =
        FunctionProcess.start(
            installation
                .launchOf(Operation.GENERATE_PASSWORD, "closed")
                .withEnvironment(Map.of("SIGN_UP", "closed")))) {
      Person there = person.using(Api.of(process.uri()));
      there.askForPassword(ticket).expect(201);
      Person.unknownTo(there.api()).askForPassword().expect(403, "sign_up_closed");
    }
  }
}
