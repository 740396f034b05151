package fr.cofrap.tests.load;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** A user whose credentials are in force. */
public record EnrolledUser(Person person, Credentials credentials) {
  /** A user whose turn came back earlier would have to wait for a new code. */
  public static final int SECONDS_BETWEEN_LOGINS = 33;

  private static final int ENROLLED_AT_ONCE = 4;

  /** They do not retry after a 503. */
  public static List<EnrolledUser> enroll(Api api, int number) {
    List<Callable<EnrolledUser>> enrollments =
        Stream.<Callable<EnrolledUser>>generate(() -> () -> enroll(api)).limit(number).toList();
    List<EnrolledUser> users = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(ENROLLED_AT_ONCE)) {
      for (Future<EnrolledUser> user : threads.invokeAll(enrollments)) {
        users.add(user.get());
      }
      return users;
    } catch (ExecutionException e) {
      throw new AssertionError("Not every user can enroll", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static EnrolledUser enroll(Api api) {
    Person person = Person.unknownTo(api);
    return new EnrolledUser(person.using(api.impatient()), person.enrollAndLogIn());
  }
}
