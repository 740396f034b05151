package fr.cofrap.devstack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Secrets of 32 random bytes in base64, generated on the first run and read again on every other.
 * Files have mode 0600, folders 0700.
 */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;

  private Secrets(Path folder) {
    this.folder = folder;
  }

  /**
   * Generates what is missing.
   *
   * @param databaseExists whether there is a database of an earlier run
   * @throws StartFailure if the database needs a secret that is gone
   */
  static Secrets in(Path folder, boolean databaseExists) throws IOException {
    Secrets secrets = new Secrets(folder);
    for (Secret secret : Secret.values()) {
      Path file = secrets.file(secret);
      if (Files.exists(file)) {
        continue;
      }
      if (databaseExists && secret.boundToDatabase) {
        throw new StartFailure(
            file
                + " is missing, and the database beside it cannot be used without: put it back,"
                + " or start with another --data folder");
      }
      write(file, generate());
    }
    return secrets;
  }

  Path file(Secret secret) {
    return folder.resolve(secret.name());
  }

  String read(Secret secret) throws IOException {
    return Files.readString(file(secret), US_ASCII).strip();
  }

  /** Lays a folder like a function's {@code /var/openfaas/secrets}, with these secrets alone. */
  Path folderFor(String function, Set<Secret> needed) throws IOException {
    Path own = DataFolder.privateFolder(folder.resolve(function));
    try (Stream<Path> old = Files.list(own)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    for (Secret secret : needed) {
      write(own.resolve(secret.name()), read(secret));
    }
    return own;
  }

  private static String generate() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Never leaves half a secret behind. */
  private static void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(part, text, US_ASCII);
    Files.move(part, file, ATOMIC_MOVE);
  }
}
