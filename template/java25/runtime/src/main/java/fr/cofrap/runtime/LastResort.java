package fr.cofrap.runtime;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Handles uncaught exceptions.
 *
 * <p>A virtual thread handles one request, and only that is lost. The process cannot work without
 * its platform threads, above all the server's dispatcher: it would keep running without accepting
 * anything, or exit with 0. So it exits now, with 1, and the platform starts another.
 */
final class LastResort implements Thread.UncaughtExceptionHandler {
  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    try {
      Logger.getLogger(LastResort.class.getName())
          .log(Level.SEVERE, "Uncaught exception in thread " + thread.getName(), failure);
    } finally {
      if (!thread.isVirtual()) {
        Runtime.getRuntime().halt(1);
      }
    }
  }
}
