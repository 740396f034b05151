package fr.cofrap.tests.outage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.contract.ValidInput;
import fr.cofrap.tests.docker.Certificates;
import fr.cofrap.tests.docker.Container;
import fr.cofrap.tests.docker.FunctionLaunch;
import fr.cofrap.tests.installation.Containers;
import fr.cofrap.tests.installation.SharedInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong secrets of a container are reported by one clear line, and never by a success. */
@Tag("postgres")
@Tag("images")
@ExtendWith(SharedInstallation.class)
class ContainerFaultsTest {
  private static final Operation FUNCTION = Operation.AUTHENTICATE_USER;

  private final Containers containers;
  private final Path secrets;

  ContainerFaultsTest(Containers containers, @TempDir Path folder) {
    this.containers = containers;
    secrets = containers.foundation().secrets().copyOf(FUNCTION.function(), folder.resolve("copy"));
  }

  @Test
  void aDatabaseOfAnotherAuthorityIsUnavailable() {
    Certificates.writeAnotherAuthority(secrets.resolve("DB_CA_CERT"));

    assertUnavailable("another-authority", "certificate");
  }

  @Test
  void aWrongDatabasePasswordMakesItUnavailable() throws IOException {
    Files.writeString(secrets.resolve("DB_PASSWORD"), "wrong");

    assertUnavailable("wrong-password", "password authentication failed");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      textBlock =
          """
          TICKET_KEY_B64, none,                                         secret TICKET_KEY_B64 is missing
          MFA_KEY_B64,    bm90LXNvLXJhbmRvbS1hcy1hLWtleS1idXQtMzEtYg==, found 31 bytes
          DB_PASSWORD,    '',                                           secret DB_PASSWORD is missing
          """)
  void aSecretThatCannotBeUsedEndsTheContainer(String name, @Nullable String text, String reason)
      throws IOException {
    if (text == null) {
      Files.delete(secrets.resolve(name));
    } else {
      Files.writeString(secrets.resolve(name), text);
    }

    try (Container container = start(launch(), "bad-" + name.toLowerCase(Locale.ROOT))) {
      assertThat(container.awaitExit()).isEqualTo(1);
      assertThat(container.log().lines()).singleElement().asString().contains(reason);
      assertThat(complaints(container)).hasSize(1);
    }
  }

  private void assertUnavailable(String name, String reason) {
    FunctionLaunch launch = launch();
    try (Container container = start(launch, name)) {
      Api api = Api.of(launch.awaitReady(container)).impatient();
      Instant end = Instant.now().plus(Api.HUNG.multipliedBy(2));
      for (int responses = 0; responses < 3 || !isLogged(reason, container); responses++) {
        assertThat(Instant.now()).as("logged: " + reason).isBefore(end);
        api.call(FUNCTION, ValidInput.of(FUNCTION)).expect(503, "unavailable");
      }
      // On a busy machine, connecting may have timed out first.
      assertThat(complaints(container))
          .filteredOn(line -> !line.contains("timed out"))
          .singleElement()
          .asString()
          .contains(reason);
    }
  }

  private static boolean isLogged(String reason, Container container) {
    return complaints(container).stream().anyMatch(line -> line.contains(reason));
  }

  private FunctionLaunch launch() {
    return containers.launchOf(FUNCTION).withSecrets(secrets);
  }

  private Container start(FunctionLaunch launch, String name) {
    return containers.start(launch, name);
  }

  private static List<String> complaints(Container container) {
    return container
        .log()
        .lines()
        .filter(line -> line.matches(".*\"level\":\"(WARNING|SEVERE)\".*"))
        .toList();
  }
}
