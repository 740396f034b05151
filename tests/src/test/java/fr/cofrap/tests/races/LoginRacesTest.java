package fr.cofrap.tests.races;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.Installation;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.installation.TwoProcesses;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Person;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Concurrent logins of one user on two processes. */
@Tag("postgres")
@ExtendWith(SharedInstallation.class)
class LoginRacesTest {
  private static final int ROUNDS = 20;

  private final Person person;
  private final TwoProcesses logins;

  LoginRacesTest(Installation installation) {
    person = Person.unknownTo(installation.api());
    logins = installation.twoProcesses(Operation.AUTHENTICATE_USER);
  }

  @RepeatedTest(ROUNDS)
  void aCodeSentTwiceConcurrentlyLogsInOnce() {
    Credentials credentials = person.enroll();

    for (String when : List.of("the activating login", "a login", "another login")) {
      List<ApiResponse> responses;
      do {
        responses = twiceAtOnce(credentials.password(), credentials.authenticator().next());
      } while (allAreRejected(responses) && credentials.authenticator().lastHasExpired());

      assertThat(responses)
          .as(when)
          .extracting(ApiResponse::status)
          .containsExactlyInAnyOrder(200, 401);
    }
  }

  private List<ApiResponse> twiceAtOnce(String password, String code) {
    return AtOnce.run(
        () -> logins.first(person).logIn(password, code),
        () -> logins.second(person).logIn(password, code));
  }

  private static boolean allAreRejected(List<ApiResponse> responses) {
    return responses.stream().allMatch(response -> response.status() == 401);
  }

  @RepeatedTest(5)
  void activatingARenewalDuringALoginLeavesOneSet() {
    Credentials old = person.enroll();
    String ticket = person.logInAndAskForRenewal(old).expect(200).text("renewalTicket");
    Credentials renewed = person.renewWith(ticket);

    List<ApiResponse> responses;
    do {
      responses = atOnce(old, renewed);
    } while (responses.getLast().status() == 401 && renewed.authenticator().lastHasExpired());

    assertThat(responses.getFirst().status()).isIn(200, 401);
    responses.getLast().expect(200);
    person.logIn(old).expect(401, "invalid_credentials");
    person.logIn(renewed).expect(200);
  }

  private List<ApiResponse> atOnce(Credentials old, Credentials renewed) {
    String oldCode = old.authenticator().next();
    String newCode = renewed.authenticator().next();
    return AtOnce.run(
        () -> logins.first(person).logIn(old.password(), oldCode),
        () -> logins.second(person).logIn(renewed.password(), newCode));
  }

  @Test
  void verifiesFiveOfAHundredConcurrentWrongCodes() {
    Credentials credentials = person.enrollAndLogIn();
    String wrong = credentials.authenticator().wrong();
    List<Callable<ApiResponse>> requests =
        IntStream.range(0, 100)
            .<Callable<ApiResponse>>mapToObj(i ->
                () ->
                    (i % 2 == 0 ? logins.first(person) : logins.second(person))
                        .logIn(credentials.password(), wrong))
            .toList();

    List<Integer> statuses = AtOnce.run(requests).stream().map(ApiResponse::status).toList();

    assertThat(statuses).containsOnly(401, 429);
    assertThat(Collections.frequency(statuses, 401)).isEqualTo(5);
    assertThat(person.logIn(credentials).expect(429, "too_many_attempts").retryAfter())
        .isBetween(1, 900);
  }
}
