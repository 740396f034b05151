package fr.cofrap.tests.secrets;

import fr.cofrap.tests.installation.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Generated once for all tests: two clusters' keys, and values to be given. */
final class Planted {
  static final KeyPair OWN;
  static final KeyPair OTHER;

  /** A key without the end of its line, as keys were once made; a ring; passwords hard to quote. */
  static final SecretFiles GIVEN;

  static {
    try {
      Path folder = Files.createDirectory(Workspace.folder("sealing"));
      OWN = KeyPair.make(folder, "own");
      OTHER = KeyPair.make(folder, "other");
      GIVEN = values(OTHER.certificateText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Planted() {}

  private static SecretFiles values(String authority) {
    return SecretFiles.of(
        Map.of(
            "db-creds/DB_CA_CERT",
            authority,
            "db-creds/DB_PASSWORD",
            "planted $db'\"\\ é=" + Keys.create(),
            "purge-creds/DB_CA_CERT",
            authority,
            "purge-creds/DB_PASSWORD",
            "planted $purge'\"\\ é=" + Keys.create(),
            "mfa-key/MFA_KEY_B64",
            Keys.create(),
            "fingerprint-key/FINGERPRINT_KEY_B64",
            Keys.create() + "\n",
            "ticket-key/TICKET_KEY_B64",
            Keys.create() + "\n+" + Keys.create() + "\n" + Keys.create() + "\n"));
  }
}
