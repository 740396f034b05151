package fr.cofrap.tests.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.installation.Database;
import fr.cofrap.tests.installation.Installation;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Renewal at the user's request, before the credentials expire. */
@Tag("postgres")
@ExtendWith(SharedInstallation.class)
class RenewalTest {
  private final Database database;
  private final Person person;

  RenewalTest(Installation installation) {
    database = installation.database();
    person = Person.unknownTo(installation.api());
  }

  @Test
  void oldCredentialsRemainValidUntilTheNewOnesLogIn() {
    Credentials old = person.enroll();
    Instant before = Instant.now();
    ApiResponse response = person.logInAndAskForRenewal(old).expect(200);
    assertThat(Objects.requireNonNull(response.time("renewalTicketExpiresAt")))
        .isBetween(before.plusSeconds(599), Instant.now().plusSeconds(600));
    Credentials renewed = person.renewWith(response.text("renewalTicket"));
    Instant oldLogin =
        Objects.requireNonNull(person.logIn(old).expect(200).time("previousLoginAt"));

    ApiResponse first = person.logIn(renewed).expect(200);

    assertThat(Objects.requireNonNull(first.time("previousLoginAt")))
        .isBetween(oldLogin, Instant.now());
    person.logIn(old).expect(401, "invalid_credentials");
    person.logIn(renewed).expect(200);
  }

  @Test
  void oldCredentialsRemainValidWhileTheNewPasswordHasNoAuthenticator() {
    Credentials old = person.enroll();
    String ticket = person.logInAndAskForRenewal(old).expect(200).text("renewalTicket");
    String password = person.askForPassword(ticket).expect(201).text("password");

    person.logIn(old).expect(200);
    person.logIn(password, old.authenticator().next()).expect(401, "invalid_credentials");
  }

  @Test
  void neverAcceptsOneOldAndOneNewFactor() {
    Credentials old = person.enroll();
    String ticket = person.logInAndAskForRenewal(old).expect(200).text("renewalTicket");
    Credentials renewed = person.renewWith(ticket);

    person.logIn(renewed.password(), old.authenticator().next()).expect(401, "invalid_credentials");
    person.logIn(old.password(), renewed.authenticator().next()).expect(401, "invalid_credentials");
    person.logIn(renewed).expect(200);
  }

  @Test
  void onlyTheNewestSetOfATicketCounts() {
    Credentials old = person.enroll();
    String ticket = person.logInAndAskForRenewal(old).expect(200).text("renewalTicket");
    Credentials first = person.renewWith(ticket);
    Credentials second = person.renewWith(ticket);

    person.logIn(first).expect(401, "invalid_credentials");
    person.logIn(second).expect(200);
    person.logIn(first).expect(401, "invalid_credentials");
    person.logIn(old).expect(401, "invalid_credentials");
  }

  @Test
  void aTicketBecomesInvalidWithTheCredentialsItReplaces() {
    Credentials old = person.enroll();
    String ticket = person.logInAndAskForRenewal(old).expect(200).text("renewalTicket");
    person.logIn(person.renewWith(ticket)).expect(200);

    person.askForPassword(ticket).expect(401, "invalid_ticket");
  }

  @Test
  void anAbandonedRenewalChangesNothing() {
    Credentials old = person.enroll();
    String ticket = person.logInAndAskForRenewal(old).expect(200).text("renewalTicket");
    Credentials abandoned = person.renewWith(ticket);
    database.agePending(person.username(), Duration.ofHours(24).plusSeconds(1));

    person.logIn(abandoned).expect(401, "invalid_credentials");
    person.logIn(old).expect(200);
    person.logIn(person.renewWith(ticket)).expect(200);
  }

  @Test
  void theNameRemainsTakenDuringARenewal() {
    Credentials old = person.enroll();
    String ticket = person.logInAndAskForRenewal(old).expect(200).text("renewalTicket");
    person.renewWith(ticket);
    database.agePending(person.username(), Duration.ofHours(1));

    person.askForPassword().expect(409, "username_taken");
    person.logIn(old).expect(200);
  }

  @Test
  void aTicketRemainsValidIfTheCredentialsExpireMeanwhile() {
    Credentials old = person.enroll();
    String ticket = person.logInAndAskForRenewal(old).expect(200).text("renewalTicket");
    database.markExpired(person.username());

    Credentials renewed = person.renewWith(ticket);

    person.logIn(old).expect(403, "credentials_expired");
    person.logIn(renewed).expect(200);
    assertThat(database.column("expired", person.username())).isEqualTo("0");
  }

  @Test
  void disablingASetInvalidatesItsTicket() {
    Credentials old = person.enroll();
    String ticket = person.logInAndAskForRenewal(old).expect(200).text("renewalTicket");
    disable(old);

    person.askForPassword(ticket).expect(401, "invalid_ticket");
  }

  @Test
  void aPendingRenewalDoesNotReactivateADisabledSet() {
    Credentials old = person.enroll();
    String ticket = person.logInAndAskForRenewal(old).expect(200).text("renewalTicket");
    Credentials renewed = person.renewWith(ticket);
    disable(old);

    person.logIn(renewed).expect(401, "invalid_credentials");
    person.logIn(old).expect(401, "invalid_credentials");
  }

  private void disable(Credentials credentials) {
    database.countWrongCodes(person.username(), 49);
    person
        .logIn(credentials.password(), credentials.authenticator().wrong())
        .expect(401, "invalid_credentials");
  }

  @Test
  void issuesNoTicketUnlessRequested() {
    Credentials credentials = person.enroll();

    assertThat(person.logIn(credentials).expect(200).has("renewalTicket")).isFalse();
  }
}
