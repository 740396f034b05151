package fr.cofrap.devstack.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a run that was killed left behind. */
public final class Orphans {
  private Orphans() {}

  /** Stops the functions noted in this folder. */
  public static void stopFunctions(Path run, Progress progress) throws IOException {
    try (DirectoryStream<Path> notes = Files.newDirectoryStream(run, "*.pid")) {
      for (Path note : notes) {
        if (new PidFile(note).stopOrphan()) {
          progress.report("Stopped " + name(note) + ", left by a run that was killed");
        }
      }
    }
  }

  private static String name(Path note) {
    return note.getFileName().toString().replace(".pid", "");
  }
}
