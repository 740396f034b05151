package fr.cofrap.tests.outage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.devstack.process.FunctionLaunch;
import fr.cofrap.devstack.process.FunctionProcess;
import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.OneMachine;
import fr.cofrap.tests.installation.SecretsFolder;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake in the deployment ends a function at once, with one line that names it. */
@Tag("postgres")
@Tag("one-machine")
@ExtendWith(SharedInstallation.class)
class BadStartTest {
  private final OneMachine installation;
  private final Path folder;

  BadStartTest(OneMachine installation, @TempDir Path folder) {
    this.installation = installation;
    this.folder = folder;
  }

  static Stream<BadSecret> badSecrets() {
    byte[] bytes = "not so random as a key would be, but long".getBytes(US_ASCII);
    Base64.Encoder base64 = Base64.getEncoder();
    return Stream.of(
            new KeyOf(Operation.AUTHENTICATE_USER, "FINGERPRINT_KEY_B64"),
            new KeyOf(Operation.GENERATE_2FA, "FINGERPRINT_KEY_B64"),
            new KeyOf(Operation.GENERATE_PASSWORD, "FINGERPRINT_KEY_B64"),
            new KeyOf(Operation.AUTHENTICATE_USER, "MFA_KEY_B64"),
            new KeyOf(Operation.GENERATE_2FA, "MFA_KEY_B64"),
            new KeyOf(Operation.AUTHENTICATE_USER, "TICKET_KEY_B64"),
            new KeyOf(Operation.GENERATE_PASSWORD, "TICKET_KEY_B64"))
        .flatMap(key ->
            Stream.of(
                key.missing(),
                key.holding("nothing", ""),
                key.holding("no base64", "this-is-!not!-base64-at-all-0000000000000="),
                key.holding("16 bytes", base64.encodeToString(Arrays.copyOf(bytes, 16))),
                key.holding("31 bytes", base64.encodeToString(Arrays.copyOf(bytes, 31))),
                key.holding("33 bytes", base64.encodeToString(Arrays.copyOf(bytes, 33))),
                key.holding(
                    "31 bytes in its second line",
                    base64.encodeToString(Arrays.copyOf(bytes, 32))
                        + "\n"
                        + base64.encodeToString(Arrays.copyOf(bytes, 31))),
                key.holding(
                    "nothing but the next key",
                    "+" + base64.encodeToString(Arrays.copyOf(bytes, 32)))));
  }

  private record KeyOf(Operation operation, String name) {
    BadSecret missing() {
      return new BadSecret(operation, name, "no file", null);
    }

    BadSecret holding(String what, String text) {
      return new BadSecret(operation, name, what, text);
    }
  }

  @ParameterizedTest
  @MethodSource("badSecrets")
  void endsForABadKey(BadSecret bad) throws IOException {
    SecretsFolder secrets = SecretsFolder.copiedFrom(launchOf(bad.operation()), folder);
    secrets.delete(bad.name());
    if (bad.text() != null) {
      secrets.write(bad.name(), bad.text());
    }

    List<String> lines = linesOfEnded(secrets.launch());

    assertOneLineNames(lines, bad.name());
    if (bad.text() != null && !bad.text().isEmpty()) {
      assertThat(String.join("\n", lines)).doesNotContain(bad.text().substring(0, 8));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "authenticate-user, CREDENTIAL_LIFETIME, six months",
    "authenticate-user, CREDENTIAL_LIFETIME, P-6M",
    "authenticate-user, CREDENTIAL_LIFETIME, PT0S",
    "authenticate-user, DB_PORT, postgres",
    "authenticate-user, DB_POOL_SIZE, 0",
    "authenticate-user, DB_SSLMODE, maybe",
    "authenticate-user, HASH_THREADS, many",
    "authenticate-user, HTTP_PORT, 65536",
    "authenticate-user, SHUTDOWN_GRACE, 5",
    "generate-password, SIGN_UPS_PER_MINUTE, -1",
    "generate-2fa, OTP_ISSUER, COFRAP:Paris",
  })
  void endsForABadSetting(String function, String setting, String value) {
    Operation operation =
        Arrays.stream(Operation.values())
            .filter(it -> it.function().equals(function))
            .findFirst()
            .orElseThrow();

    List<String> lines = linesOfEnded(launchOf(operation).withEnvironment(Map.of(setting, value)));

    assertOneLineNames(lines, setting);
  }

  @Test
  void endsWithoutADatabasePassword() throws IOException {
    SecretsFolder secrets = SecretsFolder.copiedFrom(launchOf(Operation.GENERATE_PASSWORD), folder);
    secrets.delete("DB_PASSWORD");

    assertOneLineNames(linesOfEnded(secrets.launch()), "DB_PASSWORD");
  }

  @Test
  void ignoresALineEndAfterASecret() throws IOException {
    Person person = Person.unknownTo(installation.api());
    Credentials credentials = person.enroll();
    SecretsFolder secrets = SecretsFolder.copiedFrom(launchOf(Operation.AUTHENTICATE_USER), folder);
    for (String name : secrets.names()) {
      secrets.write(name, secrets.read(name) + "\n");
    }

    try (FunctionProcess process = FunctionProcess.start(secrets.launch())) {
      person.using(Api.of(process.uri())).logIn(credentials).expect(200);
    }
  }

  private FunctionLaunch launchOf(Operation operation) {
    return installation.launchOf(operation, "bad-start");
  }

  private static List<String> linesOfEnded(FunctionLaunch launch) {
    try (FunctionProcess process = FunctionProcess.launch(launch)) {
      OptionalInt exit = process.awaitExit(Api.HUNG);
      assertThat(exit).as("ended: " + process.lastLine()).isPresent();
      assertThat(exit.getAsInt()).isNotZero();
      return process.lines();
    }
  }

  private static void assertOneLineNames(List<String> lines, String setting) {
    assertThat(lines).as("one line").hasSize(1);
    assertThat(lines.getFirst()).contains(setting).doesNotContain("Exception", "\tat ");
  }
}
