package fr.cofrap.devstack.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A secret of the stack: a row of {@code sealed-secrets/secrets.tsv}.
 *
 * @param secret the Kubernetes secret that contains it in a cluster, which {@code stack.yml} names
 * @param file the file that a function reads
 * @param role the database role whose password it is, or {@code -}
 * @param boundToDatabase whether a database that was created with it cannot be used without it
 */
public record SecretFile(String secret, String file, String role, boolean boundToDatabase) {
  private static final Set<String> READERS = Set.of("-", "devstack");

  /** What functions and this stack need. No certificate: the database is reached without TLS. */
  public static List<SecretFile> in(Path repository) throws IOException {
    try (Stream<String> lines = Files.lines(repository.resolve("sealed-secrets/secrets.tsv"))) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .filter(row -> READERS.contains(row[4]) && !row[2].equals("database-ca"))
          .map(row -> new SecretFile(row[0], row[1], row[3], row[5].equals("database")))
          .toList();
    }
  }
}
