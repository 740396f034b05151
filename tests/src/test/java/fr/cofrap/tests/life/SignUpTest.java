package fr.cofrap.tests.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.Database;
import fr.cofrap.tests.installation.Installation;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.user.Authenticator;
import fr.cofrap.tests.user.Base32;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Passwords;
import fr.cofrap.tests.user.Person;
import fr.cofrap.tests.user.QrReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("postgres")
@ExtendWith(SharedInstallation.class)
class SignUpTest {
  private final Database database;
  private final Person person;

  SignUpTest(Installation installation) {
    database = installation.database();
    person = Person.unknownTo(installation.api());
  }

  @Test
  void returnsAPasswordAndItsQrCode() {
    Instant before = Instant.now();
    ApiResponse response = person.askForPassword().expect(201);
    Instant after = Instant.now();

    String password = response.text("password");
    Passwords.checkShape(password);
    assertThat(QrReader.read(response.text("qrCode"))).isEqualTo(password);
    assertThat(response.text("username")).isEqualTo(person.username());
    Duration reserved = Duration.ofMinutes(15);
    assertThat(Objects.requireNonNull(response.time("pendingUntil")))
        .isBetween(before.plus(reserved).minusSeconds(1), after.plus(reserved));
    Duration usable = Duration.ofHours(24);
    assertThat(Objects.requireNonNull(response.time("usableUntil")))
        .isBetween(before.plus(usable).minusSeconds(1), after.plus(usable));
  }

  @Test
  void returnsASecretAndItsQrCode() {
    ApiResponse response = person.askForAuthenticator(person.signUp()).expect(201);

    String secret = response.text("secret");
    assertThat(Base32.decode(secret)).hasSize(20);
    assertThat(response.text("otpauthUri"))
        .isEqualTo(
            "otpauth://totp/COFRAP:%s?secret=%s&issuer=COFRAP&algorithm=SHA1&digits=6&period=30",
            person.username(), secret);
    assertThat(QrReader.read(response.text("qrCode"))).isEqualTo(response.text("otpauthUri"));
  }

  @Test
  void theFirstLoginActivatesTheAccount() {
    Credentials credentials = person.enroll();
    assertThat(database.everythingOf(person.username()))
        .hasSize(1)
        .allMatch(row -> row.startsWith("pending_credentials"));

    long before = Instant.now().getEpochSecond();
    ApiResponse response = person.logIn(credentials).expect(200);

    assertThat(response.text("username")).isEqualTo(person.username());
    assertThat(response.time("previousLoginAt")).isNull();
    assertThat(response.has("renewalTicket")).isFalse();
    assertThat(database.everythingOf(person.username()))
        .hasSize(1)
        .allMatch(row -> row.startsWith("users"));
    assertThat(database.column("expired", person.username())).isEqualTo("0");
    assertThat(Long.parseLong(database.column("gendate", person.username())))
        .isBetween(before, Instant.now().getEpochSecond());
  }

  @Test
  void storesNoSecretInTheClear() {
    String password = person.signUp();
    ApiResponse bound = person.askForAuthenticator(password).expect(201);
    person.logIn(new Credentials(password, new Authenticator(bound.text("secret")))).expect(200);
    byte[] secret = Base32.decode(bound.text("secret"));

    assertThat(database.column("password", person.username()))
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(database.everythingOf(person.username()).toString())
        .doesNotContain(password)
        .doesNotContain(bound.text("secret"))
        .doesNotContain(HexFormat.of().formatHex(secret))
        .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(secret))
        .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  @Test
  void reservesTheNameDuringAPendingSignUp() {
    String password = person.signUp();

    person.askForPassword().expect(409, "username_taken");
    person.bind(password);
    person.askForPassword().expect(409, "username_taken");
  }

  @Test
  void rejectsTheNameOfAnAccount() {
    person.enrollAndLogIn();

    person.askForPassword().expect(409, "username_taken");
  }

  @Test
  void namesAreCaseInsensitive() {
    Person shouting = new Person(person.api(), person.username().toUpperCase(Locale.ROOT));

    ApiResponse response = shouting.askForPassword().expect(201);

    assertThat(response.text("username")).isEqualTo(person.username());
    person.askForPassword().expect(409, "username_taken");
    Credentials credentials = shouting.bind(response.text("password"));
    assertThat(shouting.logIn(credentials).expect(200).text("username"))
        .isEqualTo(person.username());
    person.logIn(credentials).expect(200);
  }

  @Test
  void bindingAgainReplacesTheSecret() {
    String password = person.signUp();
    Credentials first = person.bind(password);
    Credentials second = person.bind(password);

    person.logIn(first).expect(401, "invalid_credentials");
    person.logIn(second).expect(200);
    person.logIn(first).expect(401, "invalid_credentials");
  }

  @Test
  void bindingRequiresThePasswordOfPendingCredentials() {
    person.askForAuthenticator(Passwords.MADE_UP).expect(401, "invalid_credentials");
    String password = person.signUp();
    String wrong = new StringBuilder(password).reverse().toString();
    person.askForAuthenticator(wrong).expect(401, "invalid_credentials");
    Credentials credentials = person.bind(password);
    person.logIn(credentials).expect(200);

    person.askForAuthenticator(password).expect(401, "invalid_credentials");
  }

  @Test
  void rejectsALoginWithoutAnAuthenticator() {
    String password = person.signUp();

    person.logIn(password, "000000").expect(401, "invalid_credentials");
    assertThat(database.everythingOf(person.username()))
        .allMatch(row -> row.startsWith("pending_credentials"));
  }

  @Test
  void rejectsATicketForAFreeName() {
    person
        .api()
        .call(
            Operation.GENERATE_PASSWORD,
            Map.of("username", person.username(), "renewalTicket", "x".repeat(96)))
        .expect(401, "invalid_ticket");

    assertThat(database.everythingOf(person.username())).isEmpty();
  }
}
