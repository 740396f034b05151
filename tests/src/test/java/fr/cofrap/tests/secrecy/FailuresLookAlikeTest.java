package fr.cofrap.tests.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.installation.Installation;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.user.Authenticator;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Passwords;
import fr.cofrap.tests.user.Person;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A rejection reveals neither its reason nor who exists: bodies and headers are identical. */
@Tag("postgres")
@ExtendWith(SharedInstallation.class)
class FailuresLookAlikeTest {
  private final Installation installation;
  private final Api api;

  FailuresLookAlikeTest(Installation installation) {
    this.installation = installation;
    this.api = installation.api();
  }

  @Test
  void rejectedLoginsAreIdentical() {
    List<ApiResponse> responses = new ArrayList<>();
    responses.add(stranger().logIn(Passwords.MADE_UP, "123456"));
    responses.add(stranger().logIn("hunter2", "123456"));
    responses.addAll(ofAnActiveUser());
    responses.addAll(ofAPendingUser());
    responses.addAll(ofARenewingUser());
    responses.addAll(ofAnExpiredUser());
    responses.add(ofADisabledUser());
    responses.add(ofAThrottledUser());

    assertIdentical(responses, "invalid_credentials");
    assertThat(responses).hasSizeGreaterThanOrEqualTo(14);
  }

  private List<ApiResponse> ofAnActiveUser() {
    Person person = stranger();
    Credentials credentials = person.enrollAndLogIn();
    Authenticator authenticator = credentials.authenticator();
    return List.of(
        person.logIn(Passwords.MADE_UP, authenticator.next()),
        person.logIn("hunter2", authenticator.last()),
        person.logIn(credentials.password(), authenticator.wrong()),
        person.logIn(credentials.password(), used(person, credentials)));
  }

  private static String used(Person person, Credentials credentials) {
    person.logIn(credentials).expect(200);
    return credentials.authenticator().last();
  }

  private List<ApiResponse> ofAPendingUser() {
    Person person = stranger();
    String password = person.signUp();
    ApiResponse withoutAuthenticator = person.logIn(password, "123456");
    Credentials credentials = person.bind(password);
    return List.of(
        withoutAuthenticator,
        person.logIn(Passwords.MADE_UP, credentials.authenticator().next()),
        person.logIn(password, credentials.authenticator().wrong()));
  }

  private List<ApiResponse> ofARenewingUser() {
    Person person = stranger();
    Credentials old = person.enroll();
    String ticket = person.logInAndAskForRenewal(old).expect(200).text("renewalTicket");
    Credentials renewed = person.renewWith(ticket);
    return List.of(
        person.logIn(Passwords.MADE_UP, "123456"),
        person.logIn(renewed.password(), old.authenticator().next()),
        person.logIn(old.password(), renewed.authenticator().next()));
  }

  private List<ApiResponse> ofAnExpiredUser() {
    Person person = stranger();
    Credentials credentials = person.enrollAndLogIn();
    installation.database().ageActive(person.username(), Period.ofMonths(7));
    return List.of(
        person.logIn(Passwords.MADE_UP, credentials.authenticator().next()),
        person.logIn(credentials.password(), credentials.authenticator().wrong()));
  }

  private ApiResponse ofADisabledUser() {
    Person person = stranger();
    Credentials credentials = person.enrollAndLogIn();
    installation.database().countWrongCodes(person.username(), 50);
    return person.logIn(credentials);
  }

  private ApiResponse ofAThrottledUser() {
    Person person = stranger();
    Credentials credentials = person.enrollAndLogIn();
    for (int i = 0; i < 6; i++) {
      person.logIn(credentials.password(), credentials.authenticator().wrong());
    }
    return person.logIn(Passwords.MADE_UP, credentials.authenticator().next());
  }

  @Test
  void rejectedBindingsAreIdentical() {
    Person active = stranger();
    Credentials credentials = active.enrollAndLogIn();
    Person pending = stranger();
    pending.signUp();

    assertIdentical(
        List.of(
            stranger().askForAuthenticator(Passwords.MADE_UP),
            stranger().askForAuthenticator("hunter2"),
            active.askForAuthenticator(Passwords.MADE_UP),
            active.askForAuthenticator(credentials.password()),
            pending.askForAuthenticator(Passwords.MADE_UP)),
        "invalid_credentials");
  }

  @Test
  void rejectedTicketsAreIdentical() {
    Person active = stranger();
    Credentials credentials = active.enroll();
    String ticket = active.logInAndAskForRenewal(credentials).expect(200).text("renewalTicket");
    ApiResponse anothers = stranger().askForPassword(ticket);
    active.logIn(active.renewWith(ticket)).expect(200);

    assertIdentical(
        List.of(
            anothers,
            active.askForPassword(ticket),
            active.askForPassword("x"),
            stranger().askForPassword("x".repeat(96))),
        "invalid_ticket");
  }

  private Person stranger() {
    return Person.unknownTo(api);
  }

  private static void assertIdentical(List<ApiResponse> responses, String error) {
    for (ApiResponse response : responses) {
      response.expect(401, error);
      assertThat(response.body()).isEqualTo(responses.getFirst().body());
      assertThat(comparableHeaders(response)).isEqualTo(comparableHeaders(responses.getFirst()));
    }
  }

  /** The headers without the values that differ between any two responses. */
  private static Map<String, List<String>> comparableHeaders(ApiResponse response) {
    Map<String, List<String>> headers = new TreeMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    for (String differing : List.of("date", "x-call-id", "x-start-time", "x-duration-seconds")) {
      headers.computeIfPresent(differing, (name, values) -> List.of());
    }
    return headers;
  }
}
