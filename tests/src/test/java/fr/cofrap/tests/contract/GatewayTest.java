package fr.cofrap.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Http;
import fr.cofrap.tests.Pause;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.OpenFaas;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.openfaas.Gateway;
import fr.cofrap.tests.openfaas.Pod;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OpenFaaS' gateway and of-watchdog add: call IDs, responses of their own, and logs. */
@Tag("postgres")
@Tag("openfaas")
@ExtendWith(SharedInstallation.class)
class GatewayTest {
  private static final Operation FUNCTION = Operation.AUTHENTICATE_USER;
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROBLEM = "application/problem+json; charset=utf-8";

  private final OpenFaas installation;
  private final Gateway gateway;

  GatewayTest(OpenFaas installation) {
    this.installation = installation;
    this.gateway = installation.gateway();
  }

  @Test
  void aCallIdLinksAResponseToTheLogs() {
    HttpResponse<String> response = gateway.send(request(FUNCTION.path(), "POST"));

    assertThat(response.statusCode()).isEqualTo(401);
    String id = response.headers().firstValue("X-Call-Id").orElseThrow();
    assertThatBothLog(id);
    assertThat(gateway.log()).as("no call IDs, but requests").contains("Forwarded [POST] to");
    assertThat(gateway.log()).doesNotContain(id);
  }

  @Test
  void aCallersOwnCallIdIsKept() {
    String id = "chosen-by-the-caller-" + UUID.randomUUID();

    gateway.send(request(FUNCTION.path(), "POST").header("X-Call-Id", id));

    assertThatBothLog(id);
  }

  @ParameterizedTest
  @CsvSource({
    "405, GET,     /function/authenticate-user,       " + PROBLEM,
    "405, HEAD,    /function/authenticate-user,       " + PROBLEM,
    "405, OPTIONS, /function/authenticate-user,       " + PROBLEM,
    "404, POST,    /function/no-such-function,        " + TEXT,
    "404, POST,    /async-function/authenticate-user, " + TEXT,
    "401, GET,     /system/functions,                 " + TEXT,
    "401, GET,     /system/function/authenticate-user," + TEXT,
  })
  void rejectsWhatNoFunctionTakes(int status, String method, String path, String type) {
    assertThat(describe(gateway.send(request(path, method)))).isEqualTo(status + " " + type);
  }

  @Test
  void describesFunctionsToItsAdministrator() {
    HttpRequest.Builder request =
        request("/system/function/" + FUNCTION, "GET")
            .header("Authorization", gateway.authorization());

    assertThat(describe(gateway.send(request))).isEqualTo("200 application/json");
  }

  @Test
  void theFunctionDoesNotLogTheAddress() {
    String planted = "planted-in-the-address-" + UUID.randomUUID();

    gateway.send(request(FUNCTION.path() + "?password=" + planted, "POST"));

    awaitLine(line -> line.contains(planted));
    assertThat(lines().filter(line -> line.contains(planted)))
        .noneMatch(line -> line.contains("\"message\""));
  }

  private HttpRequest.Builder request(String path, String method) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.uri().resolve(path))
            .header("Content-Type", "application/json");
    return method.equals("POST")
        ? request.POST(BodyPublishers.ofString(ValidInput.text(FUNCTION)))
        : request.method(method, BodyPublishers.noBody());
  }

  private static String describe(HttpResponse<String> response) {
    return response.statusCode()
        + " "
        + response.headers().firstValue("Content-Type").orElse("without a type");
  }

  private void assertThatBothLog(String id) {
    awaitLine(line -> line.endsWith(" [" + id + "]"));
    awaitLine(
        line -> line.contains("\"level\":\"INFO\"") && line.contains("\"callId\":\"" + id + "\""));
  }

  private void awaitLine(Predicate<String> wanted) {
    Instant end = Instant.now().plus(Http.HUNG);
    while (lines().noneMatch(wanted)) {
      assertThat(Instant.now()).as("no such line in any log").isBefore(end);
      Pause.of(Duration.ofMillis(200));
    }
  }

  private Stream<String> lines() {
    return installation.pods(FUNCTION).stream().map(Pod::log).flatMap(String::lines);
  }
}
