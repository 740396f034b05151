package fr.cofrap.devstack.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks a function for {@code /_/ready} until it answers 200, as a container platform would. */
final class ReadinessProbe {
  private static final Duration PAUSE = Duration.ofMillis(25);

  private ReadinessProbe() {}

  /**
   * @throws StartFailure with the function's last words, if it ends or takes longer
   */
  static void await(FunctionProcess process, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!isReady(process)) {
      if (!process.isAlive()) {
        throw new StartFailure(process.function() + " does not start: " + process.lastWord());
      }
      if (System.nanoTime() > deadline) {
        process.kill();
        throw new StartFailure(
            process.function()
                + " is not ready after "
                + atMost.toSeconds()
                + " seconds: "
                + process.lastWord());
      }
      pause();
    }
  }

  private static boolean isReady(FunctionProcess process) {
    if (process.port().isEmpty()) {
      return false;
    }
    URI page = process.uri().resolve("/_/ready");
    try {
      HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(1000);
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("interrupted", e);
    }
  }
}
