package fr.cofrap.tests.load;

import fr.cofrap.tests.Pause;
import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.contract.ValidInput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Fifty requests a second, ten of them logins of enrolled users, until it is stopped. They start
 * when they are due, whether or not there are responses to earlier ones.
 */
final class Load implements AutoCloseable {
  private static final int REQUESTS_PER_SECOND = 50;
  private static final int ONE_LOGIN_IN = 5;

  private static final int USERS =
      EnrolledUser.SECONDS_BETWEEN_LOGINS * REQUESTS_PER_SECOND / ONE_LOGIN_IN;

  private static final List<Operation> OPERATIONS = List.of(Operation.values());

  private final Api api;
  private final List<EnrolledUser> users;
  private final Tally tally = new Tally();
  private final Thread clock = Thread.ofPlatform().unstarted(this::run);
  private volatile boolean stopped;

  private Load(Api api, List<EnrolledUser> users) {
    this.api = api.impatient();
    this.users = users;
  }

  /** Enrolls the users and starts. */
  static Load start(Api api) {
    Load load = new Load(api, EnrolledUser.enroll(api, USERS));
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
      EnrolledUser user = users.get(number / ONE_LOGIN_IN % users.size());
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
