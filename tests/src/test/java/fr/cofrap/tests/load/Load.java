package fr.cofrap.tests.load;

import fr.cofrap.tests.Pause;
import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.contract.ValidInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Callers that send requests until they are stopped, up to fifty a second, ten of them logins of
 * enrolled users. Each waits for the response to its last request, so a slow machine gets fewer:
 * whatever is lost is lost to what happens meanwhile, not to overload.
 */
final class Load implements AutoCloseable {
  /** A replica that is alone hashes as many at a time. */
  private static final int LOGIN_CALLERS = 2;

  private static final int OTHER_CALLERS = 8;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int USERS_OF_CALLER =
      (int) Duration.ofSeconds(EnrolledUser.SECONDS_BETWEEN_LOGINS).dividedBy(PAUSE);

  private final Api api;
  private final Tally tally = new Tally();
  private final List<Thread> callers = new ArrayList<>();
  private volatile boolean stopped;

  private Load(Api api) {
    this.api = api.impatient();
  }

  /** Enrolls the users and starts. */
  static Load start(Api api) {
    List<EnrolledUser> users = EnrolledUser.enroll(api, LOGIN_CALLERS * USERS_OF_CALLER);
    Load load = new Load(api);
    for (int i = 0; i < LOGIN_CALLERS; i++) {
      load.call(users.subList(i * USERS_OF_CALLER, (i + 1) * USERS_OF_CALLER), load::logIn);
    }
    for (int i = 0; i < OTHER_CALLERS; i++) {
      load.call(List.of(Operation.values()), load::reject);
    }
    return load;
  }

  /** Ends after the last responses. */
  Tally stop() throws InterruptedException {
    close();
    for (Thread caller : callers) {
      caller.join();
    }
    return tally;
  }

  @Override
  public void close() {
    stopped = true;
  }

  private <T> void call(List<T> subjects, Consumer<T> request) {
    callers.add(
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 0; !stopped; i++) {
                request.accept(subjects.get(i % subjects.size()));
                Pause.of(PAUSE);
              }
            }));
  }

  private void logIn(EnrolledUser user) {
    tally.time("login", 200, () -> user.person().logIn(user.credentials()));
  }

  /** Without a hash: fifty hashes a second are more than a replica can do. */
  private void reject(Operation operation) {
    tally.time("rejected " + operation, 401, () -> api.call(operation, cheapInput(operation)));
  }

  private static Map<String, Object> cheapInput(Operation operation) {
    return switch (operation) {
      case GENERATE_PASSWORD -> ValidInput.of(operation);
      case GENERATE_2FA, AUTHENTICATE_USER -> ValidInput.with(operation, "password", "x");
    };
  }
}
