package fr.cofrap.tests.races;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.Database;
import fr.cofrap.tests.installation.Installation;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.installation.TwoProcesses;
import fr.cofrap.tests.user.Authenticator;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Person;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-ups, renewals and bindings against each other and against logins, on two processes. */
@Tag("postgres")
@ExtendWith(SharedInstallation.class)
class EnrollmentRacesTest {
  private static final int ROUNDS = 20;

  private final Database database;
  private final Person person;
  private final TwoProcesses passwords;
  private final TwoProcesses authenticators;
  private final TwoProcesses logins;

  EnrollmentRacesTest(Installation installation) {
    database = installation.database();
    person = Person.unknownTo(installation.api());
    passwords = installation.twoProcesses(Operation.GENERATE_PASSWORD);
    authenticators = installation.twoProcesses(Operation.GENERATE_2FA);
    logins = installation.twoProcesses(Operation.AUTHENTICATE_USER);
  }

  @RepeatedTest(ROUNDS)
  void onlyOneOfTwoConcurrentSignUpsGetsTheName() {
    List<ApiResponse> responses =
        AtOnce.run(
            () -> passwords.first(person).askForPassword(),
            () -> passwords.second(person).askForPassword());

    assertThat(responses).extracting(ApiResponse::status).containsExactlyInAnyOrder(201, 409);
    ApiResponse winner =
        responses.stream().filter(it -> it.status() == 201).findFirst().orElseThrow();
    person.logIn(person.bind(winner.text("password"))).expect(200);
  }

  @RepeatedTest(ROUNDS)
  void onlyOneOfTwoConcurrentSignUpsGetsAFreedName() {
    person.signUp();
    database.agePending(person.username(), Duration.ofMinutes(16));

    List<ApiResponse> responses =
        AtOnce.run(
            () -> passwords.first(person).askForPassword(),
            () -> passwords.second(person).askForPassword());

    assertThat(responses).extracting(ApiResponse::status).containsExactlyInAnyOrder(201, 409);
  }

  @RepeatedTest(ROUNDS)
  void onlyOneOfTwoConcurrentRenewalsActivates() {
    Credentials old = person.enroll();
    String ticket = person.logInAndAskForRenewal(old).expect(200).text("renewalTicket");

    List<ApiResponse> responses =
        AtOnce.run(
            () -> passwords.first(person).askForPassword(ticket),
            () -> passwords.second(person).askForPassword(ticket));

    assertThat(responses).extracting(ApiResponse::status).containsOnly(201);
    List<ApiResponse> bound =
        responses.stream().map(it -> person.askForAuthenticator(it.text("password"))).toList();
    assertThat(bound).extracting(ApiResponse::status).containsExactlyInAnyOrder(201, 401);
    int which = bound.getFirst().status() == 201 ? 0 : 1;
    Authenticator authenticator = new Authenticator(bound.get(which).text("secret"));
    person.logIn(new Credentials(responses.get(which).text("password"), authenticator)).expect(200);
    person
        .logIn(responses.get(1 - which).text("password"), authenticator.next())
        .expect(401, "invalid_credentials");
    person.logIn(old).expect(401, "invalid_credentials");
  }

  @RepeatedTest(ROUNDS)
  void onlyOneOfTwoConcurrentBindingsActivates() {
    String password = person.signUp();

    List<ApiResponse> responses =
        AtOnce.run(
            () -> authenticators.first(person).askForAuthenticator(password),
            () -> authenticators.second(person).askForAuthenticator(password));

    assertThat(responses).extracting(ApiResponse::status).contains(201).isSubsetOf(201, 401);
    List<Integer> statuses =
        responses.stream()
            .filter(response -> response.status() == 201)
            .map(response -> new Credentials(password, new Authenticator(response.text("secret"))))
            .map(credentials -> person.logIn(credentials).status())
            .toList();
    assertThat(statuses).isSubsetOf(200, 401);
    assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
  }

  @RepeatedTest(ROUNDS)
  void rebindingASignUpDuringItsLoginLeavesOneSecret() {
    rebindDuringTheLogin(person.signUp());
  }

  @RepeatedTest(ROUNDS)
  void rebindingARenewalDuringItsLoginLeavesOneSecret() {
    String ticket = person.logInAndAskForRenewal(person.enroll()).expect(200).text("renewalTicket");

    rebindDuringTheLogin(person.askForPassword(ticket).expect(201).text("password"));
  }

  private void rebindDuringTheLogin(String password) {
    Credentials first = person.bind(password);
    String code = first.authenticator().next();

    List<ApiResponse> responses =
        AtOnce.run(
            () -> logins.first(person).logIn(password, code),
            () -> authenticators.second(person).askForAuthenticator(password));

    assertThat(responses)
        .extracting(ApiResponse::status)
        .isIn(List.of(200, 401), List.of(401, 201));
    if (responses.getFirst().status() == 200) {
      person.logIn(first).expect(200);
    } else {
      Authenticator second = new Authenticator(responses.getLast().text("secret"));
      person.logIn(password, second.next()).expect(200);
      person.logIn(first).expect(401, "invalid_credentials");
    }
  }

  @RepeatedTest(ROUNDS)
  void aSignUpDuringAnActivationLeavesOneOwner() {
    Credentials owner = person.enroll();
    String code = owner.authenticator().next();
    database.agePending(person.username(), Duration.ofMinutes(16));

    List<ApiResponse> responses =
        AtOnce.run(
            () -> logins.first(person).logIn(owner.password(), code),
            () -> passwords.second(person).askForPassword());

    assertThat(responses)
        .extracting(ApiResponse::status)
        .isIn(List.of(200, 409), List.of(401, 201));
    if (responses.getFirst().status() == 200) {
      person.logIn(owner).expect(200);
    } else {
      person.logIn(person.bind(responses.getLast().text("password"))).expect(200);
      person.logIn(owner).expect(401, "invalid_credentials");
    }
  }
}
