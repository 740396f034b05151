package fr.cofrap.tests.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.devstack.process.FunctionProcess;
import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.Database;
import fr.cofrap.tests.installation.Installation;
import fr.cofrap.tests.installation.OneMachine;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Passwords;
import fr.cofrap.tests.user.Person;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How the date and the flag in the users table take effect, with a six-month lifetime and without
 * one.
 */
@Tag("postgres")
@ExtendWith(SharedInstallation.class)
class LifetimeTest {
  private final Database database;
  private final Person person;
  private final Credentials credentials;

  LifetimeTest(Installation installation) {
    database = installation.database();
    person = Person.unknownTo(installation.api());
    credentials = person.enrollAndLogIn();
  }

  @Test
  void credentialsExpireAfterSixMonths() {
    database.ageActive(person.username(), Period.ofMonths(6));

    person.logIn(credentials).expect(403, "credentials_expired");

    assertThat(database.column("expired", person.username())).isEqualTo("1");
  }

  @Test
  void credentialsFourDaysYoungerHaveNotExpired() {
    database.ageActive(person.username(), Period.ofMonths(6).minusDays(4));

    person.logIn(credentials).expect(200);
    assertThat(database.column("expired", person.username())).isEqualTo("0");
  }

  @Test
  void revealsExpiryOnlyAfterBothFactors() {
    database.ageActive(person.username(), Period.ofMonths(7));

    person.logIn(Passwords.MADE_UP, credentials.authenticator().next()).expect(401);
    person.logIn(credentials.password(), credentials.authenticator().wrong()).expect(401);
    assertThat(database.column("expired", person.username())).isEqualTo("0");
  }

  @Test
  void theFlagAloneExpiresCredentials() {
    database.markExpired(person.username());

    ApiResponse response = person.logIn(credentials).expect(403, "credentials_expired");
    person.logIn(person.renewWith(response.text("renewalTicket"))).expect(200);
    assertThat(database.column("expired", person.username())).isEqualTo("0");
  }

  @Test
  @Tag("one-machine")
  void offIgnoresTheDateButNotTheFlag(OneMachine installation) {
    database.ageActive(person.username(), Period.ofYears(5));
    try (FunctionProcess process =
        FunctionProcess.start(
            installation
                .launchOf(Operation.AUTHENTICATE_USER, "lifetime-off")
                .withEnvironment(Map.of("CREDENTIAL_LIFETIME", "off")))) {
      Person there = person.using(Api.of(process.uri()));

      assertThat(there.logIn(credentials).expect(200).time("credentialsExpireAt")).isNull();
      database.markExpired(person.username());
      there.logIn(credentials).expect(403, "credentials_expired");
    }
  }
}
