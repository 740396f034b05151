package fr.cofrap.tests.openfaas;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Fifty calls a second, ten of them logins of enrolled users, until a file appears; ends with an
 * error when one was not answered as it should be.
 *
 * <p>Arguments: {@code enroll GATEWAY USERS NUMBER} writes a line for each into the file USERS,
 * {@code run GATEWAY USERS STOP} calls until the file STOP is there.
 */
public final class Load {
  private static final int CALLS_PER_SECOND = 50;
  private static final int ONE_LOGIN_IN = 5;

  /** A user whose turn came back earlier would have no new code yet. */
  private static final int LEAST_USERS = 31 * CALLS_PER_SECOND / ONE_LOGIN_IN;

  private static final String WRONG_TICKET = "{\"username\":\"nobody\",\"renewalTicket\":\"x\"}";
  private static final String WRONG_PASSWORD = "{\"username\":\"nobody\",\"password\":\"x\"}";
  private static final String WRONG_LOGIN =
      "{\"username\":\"nobody\",\"password\":\"x\",\"code\":\"123456\"}";

  private final Functions functions;
  private final Tally tally = new Tally();

  private Load(Functions functions) {
    this.functions = functions;
  }

  /** See the class. */
  static void main(String[] arguments) throws Exception {
    Load load = new Load(new Functions(URI.create(arguments[1])));
    Path users = Path.of(arguments[2]);
    if (arguments[0].equals("enroll")) {
      load.enroll(users, Integer.parseInt(arguments[3]));
    } else {
      load.run(Files.readAllLines(users).stream().map(User::parse).toList(), Path.of(arguments[3]));
      System.exit(load.tally.report() ? 0 : 1);
    }
  }

  private void enroll(Path file, int number) throws Exception {
    List<Callable<String>> enrollments =
        IntStream.range(0, number)
            .<Callable<String>>mapToObj(i -> () -> User.enroll(functions, "load-" + i).line())
            .toList();
    List<String> lines = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
      for (Future<String> line : callers.invokeAll(enrollments)) {
        lines.add(line.get());
      }
    }
    Files.write(file, lines);
    System.out.println(number + " users enrolled");
  }

  /** Calls start when they are due, whether or not earlier ones are answered. */
  private void run(List<User> users, Path stop) throws InterruptedException {
    if (users.size() < LEAST_USERS) {
      throw new IllegalArgumentException("At least " + LEAST_USERS + " users are needed");
    }
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      for (int i = 0; !Files.exists(stop); i++) {
        int number = i;
        callers.execute(() -> call(users, number));
        long due = begin + (i + 1) * 1_000_000_000L / CALLS_PER_SECOND;
        Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
      }
    }
  }

  private void call(List<User> users, int number) {
    if (number % ONE_LOGIN_IN == 0) {
      User user = users.get(number / ONE_LOGIN_IN % users.size());
      tally.time("login", 200, () -> functions.call("authenticate-user", user.loginNow()));
    } else if (number % 3 == 0) {
      tally.time("wrong ticket", 401, () -> functions.call("generate-password", WRONG_TICKET));
    } else if (number % 3 == 1) {
      tally.time("wrong password", 401, () -> functions.call("generate-2fa", WRONG_PASSWORD));
    } else {
      tally.time("wrong login", 401, () -> functions.call("authenticate-user", WRONG_LOGIN));
    }
  }
}
