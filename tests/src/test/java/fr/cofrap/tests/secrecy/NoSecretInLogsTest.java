package fr.cofrap.tests.secrecy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.ApiRequest;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.api.SeenSecrets;
import fr.cofrap.tests.contract.ValidInput;
import fr.cofrap.tests.installation.Installation;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Passwords;
import fr.cofrap.tests.user.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs last: no secret that any other test saw is in any process's log. */
@Tag("postgres")
@Order(Integer.MAX_VALUE)
@ExtendWith(SharedInstallation.class)
class NoSecretInLogsTest {
  private final Installation installation;
  private final Api api;
  private final Set<String> secrets = new TreeSet<>();

  NoSecretInLogsTest(Installation installation) {
    this.installation = installation;
    api = installation.api();
  }

  @Test
  void noLogContainsSecretsOrUnknownUsernames() throws IOException {
    plant();
    secrets.addAll(SeenSecrets.all());
    for (Path file : installation.files("secrets")) {
      secrets.add(Files.readString(file).strip());
    }
    assertThat(secrets).hasSizeGreaterThan(10);

    List<Path> logs = installation.files("logs");

    assertThat(logs)
        .extracting(log -> log.getFileName().toString())
        .anyMatch(name -> name.startsWith("authenticate-user"));
    for (Path log : logs) {
      String text = Files.readString(log, ISO_8859_1);
      for (String secret : secrets) {
        assertThat(text.contains(secret)).as("%s contains a secret", log).isFalse();
      }
    }
  }

  private void plant() {
    Person person = Person.unknownTo(api);
    Credentials credentials = person.enroll();
    String ticket = person.logInAndAskForRenewal(credentials).expect(200).text("renewalTicket");
    String wrong = new StringBuilder(credentials.password()).reverse().toString();
    person.logIn(wrong, "123456").expect(401);
    person.askForAuthenticator(wrong).expect(401);
    person.askForPassword("forged-" + ticket).expect(401);
    secrets.add(wrong);
    secrets.add("forged-" + ticket);

    Person unknown = Person.unknownTo(api);
    unknown.logIn("planted-password-of-nobody", "123456").expect(401);
    unknown.askForAuthenticator(Passwords.MADE_UP).expect(401);
    unknown.askForPassword(ticket).expect(401);
    secrets.add(unknown.username());
    secrets.add("planted-password-of-nobody");
    plantInBadRequests();
  }

  /** Parsers tend to quote what they cannot read. */
  private void plantInBadRequests() {
    String planted = "planted-in-a-bad-request";
    secrets.add(planted);
    for (Operation operation : Operation.values()) {
      api.send(ApiRequest.of(operation, planted)).expect(400);
      api.send(ApiRequest.of(operation, "{\"password\":\"" + planted + "\", ")).expect(400);
      api.call(operation, ValidInput.with(operation, planted, planted)).expect(400);
      api.call(operation, ValidInput.with(operation, "username", planted + "\r\n")).expect(400);
      api.call(operation, Map.of("username", "a", "password", planted)).expect(400);
    }
  }
}
