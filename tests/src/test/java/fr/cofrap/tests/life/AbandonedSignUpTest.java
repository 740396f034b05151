package fr.cofrap.tests.life;

import fr.cofrap.tests.installation.Database;
import fr.cofrap.tests.installation.Installation;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Person;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to a sign-up that nobody completes. Backdates its row instead of waiting. */
@Tag("postgres")
@ExtendWith(SharedInstallation.class)
class AbandonedSignUpTest {
  private static final Duration PENDING = Duration.ofMinutes(15);
  private static final Duration USABLE = Duration.ofHours(24);

  private final Database database;
  private final Person person;

  AbandonedSignUpTest(Installation installation) {
    database = installation.database();
    person = Person.unknownTo(installation.api());
  }

  @Test
  void anAbandonedSignUpFreesItsNameAfter15Minutes() {
    Credentials abandoned = person.enroll();
    database.agePending(person.username(), PENDING.minusMinutes(1));
    person.askForPassword().expect(409, "username_taken");
    database.agePending(person.username(), Duration.ofSeconds(61));

    Credentials next = person.enroll();

    person.logIn(abandoned).expect(401, "invalid_credentials");
    person.logIn(next).expect(200);
    person.logIn(abandoned).expect(401, "invalid_credentials");
  }

  @Test
  void aLateFirstLoginSucceedsIfNobodyTookTheName() {
    Credentials credentials = person.enroll();
    database.agePending(person.username(), USABLE.minusMinutes(5));

    person.logIn(credentials).expect(200);
  }

  @Test
  void aSignUpDisappearsAfterADay() {
    Credentials credentials = person.enroll();
    database.agePending(person.username(), USABLE.plusSeconds(1));

    person.logIn(credentials).expect(401, "invalid_credentials");
    person.askForAuthenticator(credentials.password()).expect(401, "invalid_credentials");
    person.enrollAndLogIn();
  }
}
