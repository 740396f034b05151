package fr.cofrap.tests.outage;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.docker.Postgres;
import fr.cofrap.tests.installation.OpenFaas;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Person;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** While the database is down, every function says so through of-watchdog and the gateway. */
@Tag("postgres")
@Tag("openfaas")
@ExtendWith(SharedInstallation.class)
class OpenFaasOutageTest {
  private final Postgres postgres;
  private final Api api;

  OpenFaasOutageTest(OpenFaas installation) {
    postgres = installation.foundation().postgres();
    api = installation.api();
  }

  @Test
  void whileTheDatabaseIsAwayTheResponseIs503() {
    Person person = Person.unknownTo(api);
    Credentials credentials = person.enroll();
    Availability service = new Availability(api);

    postgres.stop();
    try {
      service.assertUnavailable();
    } finally {
      postgres.start();
    }

    service.await();
    person.logIn(credentials).expect(200);
  }
}
