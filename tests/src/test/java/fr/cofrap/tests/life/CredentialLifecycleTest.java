package fr.cofrap.tests.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Pause;
import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.installation.OneMachine;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Passwords;
import fr.cofrap.tests.user.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From sign-up through expiry to renewal, with a lifetime short enough to wait for. */
@Tag("postgres")
@Tag("one-machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialLifecycleTest {
  private static final Duration LIFETIME = Duration.ofSeconds(15);

  private final OneMachine installation = OneMachine.start("short-lived", lifetime());

  private static Map<String, String> lifetime() {
    return Map.of("CREDENTIAL_LIFETIME", LIFETIME.toString());
  }

  @AfterAll
  void close() {
    installation.close();
  }

  @Test
  void expiresAndIsRenewedWithTwoNewFactors() {
    Person person = Person.unknownTo(installation.api());
    Credentials old = person.enroll();
    ApiResponse first = person.logIn(old).expect(200);
    Instant firstLogin = activation(person);
    Instant end = Objects.requireNonNull(first.time("credentialsExpireAt"));
    assertThat(end).isEqualTo(firstLogin.plus(LIFETIME));
    person.logIn(old.password(), old.authenticator().last()).expect(401, "invalid_credentials");

    Pause.of(Duration.between(Instant.now(), end));
    assertThat(expired(person)).isEqualTo("0");
    Instant before = Instant.now();
    ApiResponse refused = person.logIn(old).expect(403, "credentials_expired");
    assertThat(expired(person)).isEqualTo("1");
    assertThat(Objects.requireNonNull(refused.time("renewalTicketExpiresAt")))
        .isBetween(before.plusSeconds(599), Instant.now().plusSeconds(600));

    String password =
        person.askForPassword(refused.text("renewalTicket")).expect(201).text("password");
    Passwords.checkShape(password);
    assertThat(password).isNotEqualTo(old.password());
    Credentials renewed = person.bind(password);
    ApiResponse again = person.logIn(old).expect(403, "credentials_expired");
    assertThat(again.has("renewalTicket")).isTrue();

    ApiResponse second = person.logIn(renewed).expect(200);
    assertThat(second.time("previousLoginAt")).isEqualTo(firstLogin);
    assertThat(expired(person)).isEqualTo("0");
    assertThat(activation(person)).isAfter(firstLogin.plus(LIFETIME).minusSeconds(1));
    person.logIn(old).expect(401, "invalid_credentials");
    person.askForPassword(again.text("renewalTicket")).expect(401, "invalid_ticket");
  }

  private String expired(Person person) {
    return installation.database().column("expired", person.username());
  }

  private Instant activation(Person person) {
    return Instant.ofEpochSecond(
        Long.parseLong(installation.database().column("gendate", person.username())));
  }
}
