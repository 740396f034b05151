package fr.cofrap.tests.outage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.devstack.process.FunctionLaunch;
import fr.cofrap.devstack.process.FunctionProcess;
import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.OneMachine;
import fr.cofrap.tests.installation.SecretsFolder;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Passwords;
import fr.cofrap.tests.user.Person;
import fr.cofrap.tests.user.QrReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Settings that another process of a function may have, beside those of this installation. */
@Tag("postgres")
@Tag("one-machine")
@ExtendWith(SharedInstallation.class)
class SettingsTest {
  private final OneMachine installation;
  private final Person person;

  SettingsTest(OneMachine installation) {
    this.installation = installation;
    person = Person.unknownTo(installation.api());
  }

  @Test
  void aReplicaCountsTheSignUpsOfOthersButNotRenewals() {
    String ticket = person.logInAndAskForRenewal(person.enroll()).expect(200).text("renewalTicket");
    try (FunctionProcess process =
        FunctionProcess.start(
            launchOf(Operation.GENERATE_PASSWORD)
                .withEnvironment(Map.of("SIGN_UPS_PER_MINUTE", "1")))) {
      Api there = Api.of(process.uri());
      Person.unknownTo(installation.api()).askForPassword().expect(201);

      Person late = Person.unknownTo(there);
      ApiResponse answer = late.askForPassword().expect(429, "too_many_sign_ups");

      assertThat(answer.retryAfter()).isBetween(1, 60);
      assertThat(installation.database().everythingOf(late.username())).isEmpty();
      person.using(there).askForPassword(ticket).expect(201);
    }
  }

  @Test
  void theAuditTrailIsKeptWhateverTheLevelOfTheLog() throws IOException {
    Credentials credentials = person.enroll();
    String port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = Integer.toString(free.getLocalPort());
    }
    try (FunctionProcess process =
        FunctionProcess.start(
            launchOf(Operation.AUTHENTICATE_USER)
                .withEnvironment(Map.of("LOG_LEVEL", "SEVERE", "HTTP_PORT", port)))) {
      person.using(Api.of(process.uri())).logIn(credentials).expect(200);

      assertThat(process.lines().getLast()).contains("\"outcome\":\"authenticated\"");
    }
  }

  @Test
  void encodesTheIssuerForUris() {
    String password = person.signUp();
    try (FunctionProcess process =
        FunctionProcess.start(
            launchOf(Operation.GENERATE_2FA)
                .withEnvironment(Map.of("OTP_ISSUER", "COFRAP & Cie")))) {

      ApiResponse answer =
          person.using(Api.of(process.uri())).askForAuthenticator(password).expect(201);

      assertThat(answer.text("otpauthUri"))
          .startsWith("otpauth://totp/COFRAP%20%26%20Cie:" + person.username() + "?secret=")
          .contains("&issuer=COFRAP%20%26%20Cie&");
      assertThat(QrReader.read(answer.text("qrCode"))).isEqualTo(answer.text("otpauthUri"));
    }
  }

  @Test
  void aKeyThatOnlyReadsStillOpensWhatItSealed(@TempDir Path folder) throws IOException {
    Credentials credentials = person.enroll();
    try (FunctionProcess process =
        FunctionProcess.start(withNewKey(Operation.AUTHENTICATE_USER, "MFA", folder))) {
      person.using(Api.of(process.uri())).logIn(credentials).expect(200);
    }
  }

  @Test
  void aReplicaWithoutTheKeyAsksToTryAgainAndConsumesNothing(@TempDir Path folder)
      throws IOException {
    Credentials credentials = person.enrollAndLogIn();
    String code = credentials.authenticator().next();
    SecretsFolder secrets = SecretsFolder.copiedFrom(launchOf(Operation.AUTHENTICATE_USER), folder);
    secrets.write("MFA_KEY_B64", newKey());
    try (FunctionProcess process = FunctionProcess.start(secrets.launch())) {
      Api there = Api.of(process.uri());
      // Works once the database can be reached: from then on only the key is missing.
      person.using(there).logIn(Passwords.MADE_UP, code).expect(401, "invalid_credentials");

      ApiResponse answer = person.using(there.impatient()).logIn(credentials.password(), code);

      assertThat(answer.expect(503, "unavailable").retryAfter()).isEqualTo(1);
      assertThat(process.lines())
          .anyMatch(
              line -> line.contains("\"level\":\"WARNING\"") && line.contains("a key is missing"))
          .anyMatch(line -> line.contains("key of the stored secret not on this replica"));
    }
    assertThat(installation.database().wrongCodes(person.username())).isZero();
    person.logIn(credentials.password(), code).expect(200);
  }

  @Test
  void aKeyThatOnlyReadsStillVerifiesItsTickets(@TempDir Path folder) throws IOException {
    String ticket = person.logInAndAskForRenewal(person.enroll()).expect(200).text("renewalTicket");
    try (FunctionProcess process =
        FunctionProcess.start(withNewKey(Operation.GENERATE_PASSWORD, "TICKET", folder))) {
      person.using(Api.of(process.uri())).askForPassword(ticket).expect(201);
    }
  }

  private FunctionLaunch launchOf(Operation operation) {
    return installation.launchOf(operation, "other-settings");
  }

  /** With a ring that writes with a new key and still reads with that of this installation. */
  private FunctionLaunch withNewKey(Operation operation, String purpose, Path folder)
      throws IOException {
    SecretsFolder secrets = SecretsFolder.copiedFrom(launchOf(operation), folder);
    String name = purpose + "_KEY_B64";
    secrets.write(name, newKey() + "\n" + secrets.read(name) + "\n");
    return secrets.launch();
  }

  private static String newKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
