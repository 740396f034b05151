package fr.cofrap.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file by which of-watchdog (with {@code suppress_lock=true}) knows that calls are served.
 *
 * <p>The watchdog takes it away itself when it stops.
 *
 * @param path none: there is no file to write
 */
record LockFile(Optional<Path> path) {
  /** What a killed predecessor left in the same folder would tell the watchdog of this process. */
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
