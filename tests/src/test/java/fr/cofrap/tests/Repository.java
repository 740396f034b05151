package fr.cofrap.tests;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this clone lies, wherever in it the tests were started. */
public final class Repository {
  private Repository() {}

  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/openapi.yaml"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("Not started inside the repository");
      }
    }
    return folder;
  }
}
