package fr.cofrap.tests.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.Database;
import fr.cofrap.tests.installation.Installation;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.user.Authenticator;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Passwords;
import fr.cofrap.tests.user.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("postgres")
@ExtendWith(SharedInstallation.class)
class LoginTest {
  private final Database database;
  private final Person person;

  LoginTest(Installation installation) {
    database = installation.database();
    person = Person.unknownTo(installation.api());
  }

  @Test
  void returnsThePreviousLoginAndTheExpiry() {
    Credentials credentials = person.enroll();
    Instant before = Instant.now().minusSeconds(1);
    ApiResponse first = person.logIn(credentials).expect(200);

    ApiResponse second = person.logIn(credentials).expect(200);

    assertThat(first.time("previousLoginAt")).isNull();
    assertThat(Objects.requireNonNull(second.time("previousLoginAt")))
        .isBetween(before, Instant.now());
    assertThat(second.text("credentialsExpireAt")).isEqualTo(first.text("credentialsExpireAt"));
    assertThat(Duration.between(before, Objects.requireNonNull(first.time("credentialsExpireAt"))))
        .as("six calendar months")
        .isBetween(Duration.ofDays(181), Duration.ofDays(185));
  }

  @Test
  void aCodeWorksOnlyOnce() {
    Credentials credentials = person.enroll();
    person.logIn(credentials).expect(200);

    person
        .logIn(credentials.password(), credentials.authenticator().last())
        .expect(401, "invalid_credentials");
  }

  @Test
  void rejectsAnOlderStepAfterANewerOne() {
    Credentials credentials = person.enroll();
    String older = credentials.authenticator().next();
    person.logIn(credentials).expect(200);

    person.logIn(credentials.password(), older).expect(401, "invalid_credentials");
  }

  @Test
  void rejectsCodesOfOtherTimes() {
    Credentials credentials = person.enroll();

    for (int away : new int[] {-3, 3, 4}) {
      String code = credentials.authenticator().at(Authenticator.currentStep() + away);
      person.logIn(credentials.password(), code).expect(401, "invalid_credentials");
    }
    person.logIn(credentials).expect(200);
  }

  @Test
  void renewFalseIssuesNoTicket() {
    Credentials credentials = person.enroll();

    ApiResponse response =
        person
            .api()
            .call(
                Operation.AUTHENTICATE_USER,
                Map.of(
                    "username", person.username(),
                    "password", credentials.password(),
                    "code", credentials.authenticator().next(),
                    "renew", false))
            .expect(200);

    assertThat(response.has("renewalTicket")).isFalse();
  }

  @Test
  void passwordsAreComparedExactly() {
    Credentials credentials = person.enroll();
    String password = credentials.password();

    for (String almost :
        new String[] {
          password + " ", " " + password, password.toLowerCase(java.util.Locale.ROOT)
        }) {
      person
          .logIn(almost, credentials.authenticator().at(Authenticator.currentStep()))
          .expect(401, "invalid_credentials");
    }
    person.logIn(credentials).expect(200);
  }

  @Test
  void fiveWrongCodesThrottleTheSet() {
    Credentials credentials = person.enrollAndLogIn();
    String wrong = credentials.authenticator().wrong();
    Instant before = Instant.now();
    for (int i = 0; i < 5; i++) {
      person.logIn(credentials.password(), wrong).expect(401, "invalid_credentials");
    }

    ApiResponse refused =
        person.logIn(credentials.password(), wrong).expect(429, "too_many_attempts");

    Duration passed = Duration.between(before, Instant.now());
    assertThat(refused.retryAfter()).isBetween(899 - (int) passed.toSeconds(), 900);
    person.logIn(credentials).expect(429, "too_many_attempts");
    person.logIn(Passwords.MADE_UP, wrong).expect(401, "invalid_credentials");
  }

  @Test
  void aSuccessClearsTheWindow() {
    Credentials credentials = person.enrollAndLogIn();
    String wrong = credentials.authenticator().wrong();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 4; i++) {
        person.logIn(credentials.password(), wrong).expect(401, "invalid_credentials");
      }
      person.logIn(credentials).expect(200);
    }
  }

  @Test
  void usedCodesAndWrongPasswordsDoNotCount() {
    Credentials credentials = person.enrollAndLogIn();
    for (int i = 0; i < 7; i++) {
      person
          .logIn(credentials.password(), credentials.authenticator().last())
          .expect(401, "invalid_credentials");
      person
          .logIn(Passwords.MADE_UP, credentials.authenticator().wrong())
          .expect(401, "invalid_credentials");
    }

    person.logIn(credentials).expect(200);
  }

  @Test
  void fiftyWrongCodesDisableTheSetAndNoTicketIsIssued() {
    Credentials credentials = person.enrollAndLogIn();
    database.countWrongCodes(person.username(), 49);
    person
        .logIn(credentials.password(), credentials.authenticator().wrong())
        .expect(401, "invalid_credentials");

    person.logInAndAskForRenewal(credentials).expect(401, "invalid_credentials");
    person.logIn(credentials).expect(401, "invalid_credentials");
    person.askForPassword().expect(409, "username_taken");
  }
}
