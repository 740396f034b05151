package fr.cofrap.tests.load;

import fr.cofrap.tests.Pause;
import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.contract.ValidInput;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Fifty requests a second, ten of them logins of enrolled users, until it is stopped. They start
 * when they are due, whether or not there are responses to earlier ones.
 */
final class Load implements AutoCloseable {
  private static final int REQUESTS_PER_SECOND = 50;
  private static final int ONE_LOGIN_IN = 5;

  /** A user whose turn came back earlier would have to wait for a new code. */
  private static final int USERS = 33 * REQUESTS_PER_SECOND / ONE_LOGIN_IN;

  private static final int ENROLLED_AT_ONCE = 4;
  private static final List<Operation> OPERATIONS = List.of(Operation.values());

  private record User(Person person, Credentials credentials) {
    static User enroll(Api api) {
      Person person = Person.unknownTo(api);
      return new User(person.using(api.impatient()), person.enrollAndLogIn());
    }
  }

  private final Api api;
  private final List<User> users;
  private final Tally tally = new Tally();
  private final Thread clock = Thread.ofPlatform().unstarted(this::run);
  private volatile boolean stopped;

  private Load(Api api, List<User> users) {
    this.api = api.impatient();
    this.users = users;
  }

  /** Enrolls the users and starts. */
  static Load start(Api api) {
    Load load = new Load(api, enroll(api));
    load.clock.start();
    return load;
  }

  /** Ends after the last responses. */
  Tally stop() throws InterruptedException {
    close();
    clock.join();
    return tally;
  }

  @Override
  public void close() {
    stopped = true;
  }

  private static List<User> enroll(Api api) {
    List<Callable<User>> enrollments =
        Stream.<Callable<User>>generate(() -> () -> User.enroll(api)).limit(USERS).toList();
    List<User> users = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(ENROLLED_AT_ONCE)) {
      for (Future<User> user : threads.invokeAll(enrollments)) {
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

  private void run() {
    try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      for (int i = 0; !stopped; i++) {
        int number = i;
        requests.execute(() -> request(number));
        long due = begin + (i + 1) * 1_000_000_000L / REQUESTS_PER_SECOND;
        Pause.of(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      }
    }
  }

  private void request(int number) {
    if (number % ONE_LOGIN_IN == 0) {
      User user = users.get(number / ONE_LOGIN_IN % users.size());
      tally.time("login", 200, () -> user.person().logIn(user.credentials()));
    } else {
      Operation operation = OPERATIONS.get(number % OPERATIONS.size());
      tally.time("rejected " + operation, 401, () -> api.call(operation, cheapInput(operation)));
    }
  }

  /** Refused without a hash: fifty hashes a second are more than a replica can do. */
  private static Map<String, Object> cheapInput(Operation operation) {
    return switch (operation) {
      case GENERATE_PASSWORD -> ValidInput.of(operation);
      case GENERATE_2FA, AUTHENTICATE_USER -> ValidInput.with(operation, "password", "x");
    };
  }
}
