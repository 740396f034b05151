package fr.cofrap.tests.secrets;

import fr.cofrap.tests.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file in a secret that is sealed, by {@code sealed-secrets/secrets.tsv}.
 *
 * @param made how a value is generated
 */
public record SecretRow(String secret, String file, String made) {
  public static List<SecretRow> all() {
    try (Stream<String> lines =
        Files.lines(Repository.root().resolve("sealed-secrets/secrets.tsv"))) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .filter(columns -> !columns[4].equals("devstack"))
          .map(columns -> new SecretRow(columns[0], columns[1], columns[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> secrets() {
    return all().stream().map(SecretRow::secret).distinct().toList();
  }

  /** As in a folder of secrets. */
  public String path() {
    return secret + "/" + file;
  }
}
