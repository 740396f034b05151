package fr.cofrap.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that signals readiness to of-watchdog (with {@code suppress_lock=true}).
 *
 * <p>The watchdog deletes it itself when it stops.
 *
 * @param path empty if there is no file to write
 */
record LockFile(Optional<Path> path) {
  /** A file left behind by a killed predecessor would signal readiness too early. */
  void removeStale() {
    path.ifPresent(file -> attempt(file, () -> Files.deleteIfExists(file)));
  }

  void write() {
    path.ifPresent(file -> attempt(file, () -> Files.write(file, new byte[0])));
  }

  private static void attempt(Path file, FileOperation operation) {
    try {
      operation.run();
    } catch (IOException failure) {
      throw new Misconfigured("LOCK_FILE=" + file + " cannot be written: " + failure, failure);
    }
  }

  private interface FileOperation {
    Object run() throws IOException;
  }
}
