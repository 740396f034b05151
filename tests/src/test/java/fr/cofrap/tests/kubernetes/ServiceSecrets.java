package fr.cofrap.tests.kubernetes;

import fr.cofrap.tests.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** What the functions keep secret, by {@code sealed-secrets/secrets.tsv}. */
public final class ServiceSecrets {
  private ServiceSecrets() {}

  public static void copyTo(Path folder) throws IOException {
    for (String row : Files.readAllLines(Repository.root().resolve("sealed-secrets/secrets.tsv"))) {
      String[] columns = row.split("\t", -1);
      if (!row.startsWith("#") && columns[4].equals("-") && !columns[2].equals("database-ca")) {
        String template = "go-template={{index .data \"" + columns[1] + "\"}}";
        String value = Kubectl.FUNCTIONS.run("get", "secret", columns[0], "-o", template);
        Files.write(folder.resolve(columns[1]), Base64.getDecoder().decode(value));
      }
    }
  }
}
