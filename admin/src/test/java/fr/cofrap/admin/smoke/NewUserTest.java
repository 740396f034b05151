package fr.cofrap.admin.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.cofrap.admin.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A new user whose pods are not reachable yet. Other tests run against a real service. */
final class NewUserTest {
  private static final Instant START = Instant.ofEpochSecond(1_700_000_010);

  private final ScriptedService functions = new ScriptedService();
  private final StringWriter printed = new StringWriter();
  private Instant now = START;

  @AfterEach
  void stop() {
    functions.close();
  }

  @Test
  void logsInAtTheFirstAttempt() {
    signUpAndLogIn();
    assertThat(printed.toString())
        .isEqualTo(
            """
            generate-password: signed up ada
            generate-2fa: bound an authenticator
            authenticate-user: logged in
            """);
    assertThat(now).isEqualTo(START);
  }

  @Test
  void usesANewCodeForEachLoginAttempt() {
    functions.respond("authenticate-user", 503, 504, 200);
    signUpAndLogIn();
    assertThat(functions.bodies("authenticate-user")).hasSize(3).doesNotHaveDuplicates();
    assertThat(now).isEqualTo(Instant.ofEpochSecond(1_700_000_070));
  }

  @Test
  void repeatsASignUpWhileTheServiceIsUnavailable() {
    functions.respond("generate-password", 502, 201);
    signUpAndLogIn();
    assertThat(functions.bodies("generate-password")).hasSize(2);
    assertThat(now).isEqualTo(START.plusSeconds(2));
  }

  @Test
  void givesUpAfterAMinute() {
    functions.respond("generate-2fa", 503);
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(this::signUpAndLogIn)
        .withMessage("generate-2fa: expected status 201, found 503: unavailable Try again later.");
    assertThat(Duration.between(START, now)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void doesNotRetryARejection() {
    functions.respond("authenticate-user", 401);
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(this::signUpAndLogIn)
        .withMessageStartingWith("authenticate-user: expected status 200, found 401: ");
    assertThat(functions.bodies("authenticate-user")).hasSize(1);
  }

  @Test
  void requestsThePage() {
    assertThat(service().page(functions.address())).isEqualTo("page: there");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> service().page(functions.address().resolve("/nothing")))
        .withMessageEndingWith("expected status 200, found 404");
  }

  @Test
  void namesAnAddressThatDoesNotRespond() {
    functions.close();
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(this::signUpAndLogIn)
        .withMessageStartingWith("no response from " + functions.address());
  }

  private void signUpAndLogIn() {
    new NewUser("ada", service()).signUpAndLogIn(new PrintWriter(printed, true));
  }

  private Service service() {
    return new Service(functions.address(), () -> now, duration -> now = now.plus(duration));
  }
}
