package fr.cofrap.tests.outage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.installation.Database;
import fr.cofrap.tests.installation.Installation;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.user.Authenticator;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Someone with write access to the database has copied a user's secret into another user's row. */
@Tag("postgres")
@ExtendWith(SharedInstallation.class)
class BrokenSealTest {
  private static final int MORE_THAN_MAY_BE_WRONG = 6;

  private final Installation installation;
  private final Database database;
  private final Person person;
  private final Person other;

  BrokenSealTest(Installation installation) {
    this.installation = installation;
    database = installation.database();
    person = Person.unknownTo(installation.api());
    other = Person.unknownTo(installation.api());
  }

  @Test
  void nobodyLogsInWithItAndNothingIsConsumed() throws IOException {
    Credentials credentials = person.enrollAndLogIn();
    Credentials others = other.enrollAndLogIn();
    String sealed = database.column("mfa", person.username());
    String moved = database.column("mfa", other.username());
    database.replaceSecret(person.username(), moved);
    List<String> before = database.everythingOf(person.username());

    for (int i = 0; i < MORE_THAN_MAY_BE_WRONG; i++) {
      person
          .logIn(credentials.password(), others.authenticator().at(Authenticator.currentStep()))
          .expect(500, "internal_error");
    }

    assertThat(database.everythingOf(person.username())).isEqualTo(before);
    assertThat(database.wrongCodes(person.username())).isZero();
    assertIsLogged(moved);
    database.replaceSecret(person.username(), sealed);
    person.logIn(credentials).expect(200);
  }

  private void assertIsLogged(String moved) throws IOException {
    String row =
        "user %s, set %s"
            .formatted(
                database.column("id", person.username()),
                database.column("set_id", person.username()));
    List<String> lines = new ArrayList<>();
    for (Path log : installation.files("logs")) {
      lines.addAll(Files.readString(log, UTF_8).lines().toList());
    }
    assertThat(lines)
        .anyMatch(line -> line.contains("\"level\":\"SEVERE\"") && line.contains(row))
        .anyMatch(line ->
            line.contains("\"reason\":\"stored secret changed or moved\"")
                && line.contains("\"username\":\"" + person.username() + "\""))
        .noneMatch(line -> line.contains(moved));
  }
}
