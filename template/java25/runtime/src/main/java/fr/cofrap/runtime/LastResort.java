package fr.cofrap.runtime;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What happens when a thread dies of what nobody caught.
 *
 * <p>A virtual thread serves one call, which is lost. A platform thread (the server's dispatcher
 * above all) is what the process stands on: without it the process would go on deaf, or end with 0.
 * So it ends now, with 1, and the platform starts another.
 */
final class LastResort implements Thread.UncaughtExceptionHandler {
  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    try {
      Logger.getLogger(LastResort.class.getName())
          .log(Level.SEVERE, "A thread died: " + thread.getName(), failure);
    } finally {
      if (!thread.isVirtual()) {
        Runtime.getRuntime().halt(1);
      }
    }
  }
}
