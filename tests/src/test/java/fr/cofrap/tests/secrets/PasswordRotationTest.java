package fr.cofrap.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database's passwords are sealed before PostgreSQL has them: none is one that nobody knows.
 */
@Tag("images")
final class PasswordRotationTest {
  @TempDir private Path folder;

  private Sealing sealing;

  @BeforeEach
  void fillTheCluster() throws Exception {
    sealing = Sealing.withValuesIn(folder);
  }

  @AfterEach
  void close() {
    sealing.close();
  }

  @Test
  void saysThatPostgresHasTheOldOnes() {
    Sealing.refused(sealing.rotate("database-password", "--", "false"), 1, "has the old passwords");
    assertThat(sealing.cluster().takeChanges())
        .containsExactly("apply db-creds", "apply purge-creds");
  }

  @Test
  void givesPostgresWhatIsSealedAndRestartsEveryFunction() {
    Sealing.succeed(
        sealing.rotate(
            "database-password",
            "--",
            "sh",
            "-c",
            "cp \"$APP_PASSWORD_FILE\" \"$0/app\" && cp \"$PURGE_PASSWORD_FILE\" \"$0/purge\"",
            folder.toString()));

    SecretFiles sealed = sealing.cluster().files();
    assertThat(folder.resolve("app")).hasContent(sealed.get("db-creds/DB_PASSWORD"));
    assertThat(folder.resolve("purge")).hasContent(sealed.get("purge-creds/DB_PASSWORD"));
    for (String password : List.of("db-creds/DB_PASSWORD", "purge-creds/DB_PASSWORD")) {
      assertThat(sealed.get(password)).isNotEqualTo(Planted.GIVEN.get(password));
    }
    assertThat(sealing.cluster().takeChanges())
        .containsExactly(
            "apply db-creds",
            "apply purge-creds",
            "restart authenticate-user",
            "started authenticate-user",
            "restart generate-2fa",
            "started generate-2fa",
            "restart generate-password",
            "started generate-password",
            "stopped the others");
  }
}
