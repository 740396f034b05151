package fr.cofrap.devstack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import fr.cofrap.devstack.process.StartFailure;
import fr.cofrap.ticket.TicketIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackSecretsTest {
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = DataFolder.in(temporary.resolve("data")).secrets();
  }

  @Test
  void generates32BytesForEachSecret() throws IOException {
    secrets(false);
    Set<String> values = new HashSet<>();
    for (SecretFile secret : rows()) {
      values.add(Files.readString(folder.resolve(secret.file())));
    }
    assertThat(values).hasSameSizeAs(rows());
    assertThat(values).allSatisfy(text -> assertThat(Base64.getDecoder().decode(text)).hasSize(32));
  }

  @Test
  void keepsThemForTheNextRun() throws IOException {
    String first = secrets(false).passwordOf("cofrap_app");
    assertThat(secrets(true).passwordOf("cofrap_app")).isEqualTo(first);
  }

  @Test
  void letsOnlyTheirOwnerReadThem() throws IOException {
    Path own = secrets(false).folderFor("some-function", Set.of("db-creds"));
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(own)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("MFA_KEY_B64"))).isEqualTo("rw-------");
    assertThat(permissions(own.resolve("DB_PASSWORD"))).isEqualTo("rw-------");
  }

  @Test
  void givesAFunctionWhatItMountsAndRemovesTheRest() throws IOException {
    StackSecrets secrets = secrets(false);
    secrets.folderFor("some-function", Set.of("db-creds", "mfa-key", "ticket-key"));
    Path own = secrets.folderFor("some-function", Set.of("ticket-key"));
    assertThat(own).isDirectoryContaining("glob:**/TICKET_KEY_B64");
    assertThat(own).isDirectoryNotContaining("glob:**/MFA_KEY_B64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MFA_KEY_B64", "POSTGRES_PASSWORD"})
  void neverReplacesWhatAnExistingDatabaseNeeds(String file) throws IOException {
    secrets(false);
    Files.delete(folder.resolve(file));
    assertThatThrownBy(() -> secrets(true))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(file + " is missing")
        .hasMessageNotContaining("\n");
  }

  @Test
  void anOldTicketKeyReadsAsLongAsATicketIsValid() throws IOException {
    assertThat(Files.readAllLines(Path.of("../sealed-secrets/secrets.tsv")))
        .filteredOn(line -> line.contains("\tTICKET_KEY_B64\t"))
        .singleElement(STRING)
        .endsWith("\t" + TicketIssuer.LIFETIME.toSeconds());
  }

  private StackSecrets secrets(boolean databaseExists) throws IOException {
    return StackSecrets.in(folder, rows(), databaseExists);
  }

  private static List<SecretFile> rows() throws IOException {
    return SecretFile.in(Path.of(".."));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
