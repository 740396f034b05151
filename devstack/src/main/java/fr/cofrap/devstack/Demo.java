package fr.cofrap.devstack;

import fr.cofrap.devstack.process.StartFailure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The program behind {@code start_full_demo.sh}: serves until Ctrl-C or SIGTERM, then stops all it
 * started. Exit codes: 130 and 143 after these, 1 if something does not start.
 */
public final class Demo {
  /** Held here because a logger that nobody holds forgets its level. */
  private static final Logger ROOT_LOGGER = Logger.getLogger("");

  private Demo() {}

  /** Takes what {@link DemoArguments} says. */
  public static void main(String[] arguments) throws InterruptedException {
    ROOT_LOGGER.setLevel(Level.WARNING);
    AtomicBoolean stopping = new AtomicBoolean();
    try {
      run(DemoArguments.of(List.of(arguments)), stopping);
    } catch (RuntimeException failure) {
      if (!stopping.get()) {
        System.err.println("start_full_demo.sh: " + reason(failure));
        System.exit(1);
      }
    }
    new CountDownLatch(1).await();
  }

  /** What fails while we are told to stop, fails because we stop. */
  private static void run(DemoArguments arguments, AtomicBoolean stopping) {
    Stack stack =
        Stack.prepare(
            StackOptions.in(arguments.data())
                .withRepository(arguments.repository())
                .withPort(arguments.port())
                .withTlsInFront(arguments.tlsInFront())
                .withSettings(System.getenv())
                .withProgress(System.out::println));
    Runnable stop =
        () -> {
          stopping.set(true);
          stack.close();
        };
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
    stack.start();
    System.out.println(Welcome.of(stack, arguments.repository()));
  }

  private static String reason(RuntimeException failure) {
    return failure instanceof StartFailure known
        ? String.valueOf(known.getMessage())
        : failure.toString();
  }
}
