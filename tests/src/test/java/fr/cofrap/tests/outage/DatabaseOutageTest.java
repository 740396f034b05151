package fr.cofrap.tests.outage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.devstack.process.FunctionProcess;
import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.OneMachine;
import fr.cofrap.tests.races.AtOnce;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nothing is lost with the database, and nothing needs a restart when it is back. */
@Tag("postgres")
@Tag("one-machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseOutageTest {
  private final OneMachine installation = OneMachine.startWithDatabaseStopped("outage");
  private final Api api = installation.api();
  private final Availability service = new Availability(api);
  private final List<Long> processesAtStart = processes();

  @BeforeEach
  void startTheDatabase() {
    if (!installation.server().isRunning()) {
      service.assertUnavailable();
      installation.server().start();
      service.await();
    }
  }

  @AfterAll
  void close() {
    installation.close();
  }

  @Test
  void theFunctionsStartWithoutTheDatabaseAndServeOnceItIsThere() {
    Person.unknownTo(api).enrollAndLogIn();

    assertThat(processes()).isEqualTo(processesAtStart);
  }

  @Test
  void whileItIsAwayTheAnswerIs503AndThenAllGoesOn() {
    Person person = Person.unknownTo(api);
    Credentials credentials = person.enrollAndLogIn();
    Person pending = Person.unknownTo(api);
    Credentials unused = pending.enroll();
    List<String> before = installation.database().everything();

    installation.server().stop();
    service.assertUnavailable();
    String code = credentials.authenticator().newest();
    new Person(api.impatient(), person.username())
        .logIn(credentials.password(), code)
        .expect(503, "unavailable");
    installation.server().start();
    service.await();

    assertThat(installation.database().everything()).isEqualTo(before);
    ApiResponse answer = person.logIn(credentials.password(), code).expect(200);
    assertThat(answer.time("previousLoginAt")).isNotNull();
    pending.logIn(unused).expect(200);
    assertThat(processes()).isEqualTo(processesAtStart);
  }

  @Test
  void reportsOnlyTrueOutcomesWhileItStops() {
    Api impatient = api.impatient();
    List<Person> people = Stream.generate(() -> Person.unknownTo(api)).limit(12).toList();
    List<Credentials> credentials = people.stream().map(Person::enroll).toList();
    CountDownLatch firstAnswers = new CountDownLatch(3);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i).using(impatient);
      Credentials own = credentials.get(i);
      calls.add(() -> {
        int status = person.logIn(own).status();
        firstAnswers.countDown();
        return status;
      });
    }
    calls.add(() -> {
      firstAnswers.await();
      installation.server().stop();
      return 0;
    });

    List<Integer> statuses = AtOnce.run(calls);
    installation.server().start();
    service.await();

    assertThat(statuses.subList(0, people.size())).isSubsetOf(200, 503);
    for (int i = 0; i < people.size(); i++) {
      ApiResponse answer = people.get(i).logIn(credentials.get(i)).expect(200);
      if (statuses.get(i) == 200) {
        assertThat(answer.time("previousLoginAt")).as("what was answered is kept").isNotNull();
      }
    }
  }

  private List<Long> processes() {
    return Arrays.stream(Operation.values())
        .flatMap(operation -> installation.processes(operation).stream())
        .map(FunctionProcess::pid)
        .toList();
  }
}
