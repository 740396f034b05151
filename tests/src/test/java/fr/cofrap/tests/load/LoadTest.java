package fr.cofrap.tests.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.devstack.process.FunctionProcess;
import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.OneMachine;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.races.AtOnce;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Passwords;
import fr.cofrap.tests.user.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More concurrent logins than two processors can handle: some get 503, and nothing breaks. */
@Tag("postgres")
@Tag("one-machine")
@ExtendWith(SharedInstallation.class)
class LoadTest {
  private static final int USERS = 60;
  private static final int AT_ONCE = 200;
  private static final long MAX_RESIDENT_KIB = 256 * 1024;

  private final OneMachine installation;
  private final Api api;

  LoadTest(OneMachine installation) {
    this.installation = installation;
    this.api = installation.api();
  }

  @Test
  void survivesTwoHundredConcurrentLogins() throws IOException {
    List<FunctionProcess> processes = installation.processes(Operation.AUTHENTICATE_USER);
    List<Person> people = Stream.generate(() -> Person.unknownTo(api)).limit(USERS).toList();
    List<Credentials> credentials = people.stream().map(Person::enrollAndLogIn).toList();
    List<Callable<ApiResponse>> requests = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      Person person = people.get(i).using(api.impatient());
      Credentials own = credentials.get(i);
      String code = own.authenticator().newest();
      requests.add(() -> person.logIn(own.password(), code));
      requests.add(() -> person.logIn(Passwords.MADE_UP, code));
    }
    while (requests.size() < AT_ONCE) {
      Person stranger = Person.unknownTo(api.impatient());
      requests.add(() -> stranger.logIn(Passwords.MADE_UP, "123456"));
    }

    List<ApiResponse> responses = AtOnce.run(requests);

    for (int i = 0; i < responses.size(); i++) {
      boolean right = i < 2 * USERS && i % 2 == 0;
      assertThat(responses.get(i).status()).isIn(right ? 200 : 401, 503);
    }
    assertThat(responses).extracting(ApiResponse::status).contains(200, 401);
    assertLoginsAfter503Succeed(people, credentials, responses);
    assertProcessesAreHealthy(processes);
  }

  private static void assertLoginsAfter503Succeed(
      List<Person> people, List<Credentials> credentials, List<ApiResponse> responses) {
    for (int i = 0; i < USERS; i++) {
      if (responses.get(2 * i).status() == 503) {
        people
            .get(i)
            .logIn(credentials.get(i).password(), credentials.get(i).authenticator().last())
            .expect(200);
      }
    }
  }

  private static void assertProcessesAreHealthy(List<FunctionProcess> processes)
      throws IOException {
    assertThat(processes).allMatch(FunctionProcess::isAlive);
    for (FunctionProcess process : processes) {
      assertThat(residentKib(process.pid())).isLessThan(MAX_RESIDENT_KIB);
      assertThat(String.join("\n", process.lines())).doesNotContain("OutOfMemoryError");
    }
  }

  /** Its peak resident memory, if the system reports that. */
  private static long residentKib(long pid) throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
