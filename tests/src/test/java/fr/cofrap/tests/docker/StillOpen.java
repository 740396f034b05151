package fr.cofrap.tests.docker;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Closes what an interrupted test left open when the JVM exits: containers would outlive it. */
final class StillOpen {
  private static final Deque<AutoCloseable> RESOURCES = new ConcurrentLinkedDeque<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(StillOpen::closeAll));
  }

  private StillOpen() {}

  static <T extends AutoCloseable> T add(T resource) {
    RESOURCES.push(resource);
    return resource;
  }

  static void remove(AutoCloseable resource) {
    RESOURCES.remove(resource);
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  private static void closeAll() {
    while (!RESOURCES.isEmpty()) {
      try (AutoCloseable _ = RESOURCES.pop()) {
      } catch (Exception | AssertionError e) {
        e.printStackTrace();
      }
    }
  }
}
