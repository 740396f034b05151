package fr.cofrap.tests.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A folder of secrets as Kubernetes mounts it: each file a link through {@code ..data}. */
final class SecretVolume {
  private SecretVolume() {}

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

  /** Containers read it as users of their own. */
  static void makeReadable(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(it -> !Files.isSymbolicLink(it)).toList()) {
        String permissions = Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
      }
    }
  }
}
