package fr.cofrap.devstack.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The stack's secrets: 32 random bytes each, in base64, generated when they are first needed. Files
 * have mode 0600, folders 0700.
 */
public final class StackSecrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;
  private final List<SecretFile> rows;

  private StackSecrets(Path folder, List<SecretFile> rows) {
    this.folder = folder;
    this.rows = rows;
  }

  /**
   * Generates what is missing.
   *
   * @param databaseExists whether there is a database of an earlier run
   * @throws StartFailure if the database needs a secret that is gone
   */
  public static StackSecrets in(Path folder, List<SecretFile> rows, boolean databaseExists)
      throws IOException {
    for (SecretFile secret : rows) {
      Path file = folder.resolve(secret.file());
      if (Files.exists(file)) {
        continue;
      }
      if (databaseExists && secret.boundToDatabase()) {
        throw new StartFailure(
            file
                + " is missing, and the database beside it cannot be used without it: put it back,"
                + " or choose another folder with DATA=");
      }
      write(file, generate());
    }
    return new StackSecrets(folder, rows);
  }

  /** The file with the password of a database role. */
  public Path passwordFileOf(String role) {
    return rows.stream()
        .filter(secret -> secret.role().equals(role))
        .map(secret -> folder.resolve(secret.file()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no password of " + role));
  }

  public String passwordOf(String role) throws IOException {
    return Files.readString(passwordFileOf(role), US_ASCII).strip();
  }

  /** Fills a folder like a function's {@code /var/openfaas/secrets}, with these secrets alone. */
  public Path folderFor(String function, Set<String> mounted) throws IOException {
    Path own = DataFolder.privateFolder(folder.resolve(function));
    try (Stream<Path> old = Files.list(own)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    for (SecretFile secret : rows) {
      if (mounted.contains(secret.secret())) {
        String file = secret.file();
        write(own.resolve(file), Files.readString(folder.resolve(file), US_ASCII));
      }
    }
    return own;
  }

  private static String generate() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Atomically: there is never half a secret. */
  private static void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(part, text, US_ASCII);
    Files.move(part, file, ATOMIC_MOVE);
  }
}
