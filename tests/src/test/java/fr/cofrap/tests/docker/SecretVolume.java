package fr.cofrap.tests.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Folders of secrets for containers, which read them as users of their own. */
public final class SecretVolume {
  private SecretVolume() {}

  /** Creates a folder of plain files. */
  public static Path write(Path folder, Map<String, String> contents) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> file : contents.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      makeReadable(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As Kubernetes does: each file is a link through {@code ..data}. */
  static void create(Path folder, List<Path> files) throws IOException {
    Path now = Files.createDirectories(folder.resolve("..now"));
    Files.createSymbolicLink(folder.resolve("..data"), now.getFileName());
    for (Path file : files) {
      Path name = file.getFileName();
      Files.copy(file, now.resolve(name));
      Files.createSymbolicLink(folder.resolve(name), Path.of("..data").resolve(name));
    }
    makeReadable(folder);
  }

  private static void makeReadable(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(it -> !Files.isSymbolicLink(it)).toList()) {
        String permissions = Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
      }
    }
  }
}
