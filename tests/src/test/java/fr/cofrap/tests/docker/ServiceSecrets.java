package fr.cofrap.tests.docker;

import fr.cofrap.tests.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The secrets of {@code sealed-secrets/secrets.tsv}, newly generated, and for each function a mount
 * of those that {@code stack.yml} gives it.
 */
public record ServiceSecrets(Path folder) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Generates the secrets.
   *
   * @param authority the certificate of the database's authority
   */
  public static ServiceSecrets make(Path folder, Path authority, StackFile stack) {
    ServiceSecrets secrets = new ServiceSecrets(folder);
    try {
      for (String row :
          Files.readAllLines(Repository.root().resolve("sealed-secrets/secrets.tsv"))) {
        if (!row.startsWith("#")) {
          secrets.make(row.split("\t", -1), authority);
        }
      }
      for (String function : stack.functions()) {
        secrets.mount(function, stack.secretsOf(function));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return secrets;
  }

  /** A file of a secret, as it was generated. */
  public Path file(String secret, String file) {
    return folder.resolve("made").resolve(secret).resolve(file);
  }

  /** The folder that a function mounts. */
  public Path mountOf(String function) {
    return folder.resolve("mounted").resolve(function);
  }

  /** Copies a function's secrets to a new folder, as plain files for a test to change. */
  public Path copyOf(String function, Path copy) {
    Map<String, String> contents = new HashMap<>();
    try (Stream<Path> files = Files.list(mountOf(function))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
      return SecretVolume.write(copy, contents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make(String[] row, Path authority) throws IOException {
    Path file = file(row[0], row[1]);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        switch (row[2]) {
          case "password" -> HexFormat.of().formatHex(random(16)) + "\n";
          case "ring" -> Base64.getEncoder().encodeToString(random(32)) + "\n";
          case "database-ca" -> Files.readString(authority);
          default -> throw new IllegalStateException("secrets.tsv makes secrets by " + row[2]);
        });
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private void mount(String function, List<String> secrets) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String secret : secrets) {
      try (Stream<Path> all = Files.list(folder.resolve("made").resolve(secret))) {
        files.addAll(all.toList());
      }
    }
    SecretVolume.create(mountOf(function), files);
  }
}
