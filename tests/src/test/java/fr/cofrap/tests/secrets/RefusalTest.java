package fr.cofrap.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.docker.Program.Ending;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be right is refused, without showing it, and nothing is changed. */
@Tag("images")
final class RefusalTest {
  /** Five bytes in base64, where a key has 32. */
  private static final String SHORT_KEY = "c2hvcnQ=";

  private Sealing sealing;

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    sealing = Sealing.in(folder);
  }

  @AfterEach
  void nothingIsChangedOrShown() {
    sealing.close();
    assertThat(sealing.cluster().takeChanges()).isEmpty();
    assertThat(sealing.shown()).noneMatch(text -> text.contains(SHORT_KEY));
    assertThat(sealing.temporary()).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seal --aply                       | 2 | unknown option: --aply
          seal --apply --replace mfakey     | 2 | there is no secret mfakey
          seal --namespace openfaas-fn      | 2 | pass --apply, or --out FOLDER
          seal --apply                      | 1 | needs DB_CA_CERT
          rotate mfa                        | 2 | cannot rotate 'mfa'
          rotate database-password          | 2 | needs a command after --
          rotate mfa-key --drop-old         | 2 | needs a command after --
          rotate mfa-key                    | 1 | there is no secret mfa-key
          """)
  void refusesOptions(String command, int exitCode, String words) {
    String[] all = command.split(" ", 2);
    String[] options = all[1].split(" ");
    Ending ending = all[0].equals("seal") ? sealing.seal(options) : sealing.rotate(options);
    Sealing.refused(ending, exitCode, words);
  }

  @Test
  void needsAnOption() {
    Sealing.refused(sealing.seal(), 2, "pass --apply, or --out FOLDER");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mfa-key/MFA_KEY_B64    | SHORT       | must be a key file
          mfa-key/MFA_KEY_B64    | OLD;SHORT   | must be a key file
          mfa-key/MFA_KEY_B64    | OLD;+OLD    | must be a key file
          mfa-key/MFA_KEY_B64    | +OLD        | must be a key file
          db-creds/DB_PASSWORD   | ''          | must be one line
          purge-creds/DB_CA_CERT | no-PEM      | must be a certificate
          mfa-key/MFA_KEY        | SHORT       | is not a file of a secret
          MFA_KEY_B64            | SHORT       | is not a file of a secret
          deep/mfa-key/MFA_KEY_B64 | OLD       | is not a file of a secret
          """)
  void refusesGivenValues(String file, String content, String words) {
    String value =
        content
            .replace("OLD", Planted.GIVEN.get("mfa-key/MFA_KEY_B64"))
            .replace("SHORT", SHORT_KEY)
            .replace(';', '\n');
    Sealing.refused(sealing.seal("--apply", "--from", sealing.changed(file, value)), 1, words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubeseal", "openssl", "kubectl"})
  void listsMissingTools(String tool) {
    Sealing.refused(
        sealing.runWithoutTools("sealed-secrets/seal", "--apply"), 1, "install " + tool);
    Sealing.refused(
        sealing.runWithoutTools("sealed-secrets/rotate", "mfa-key"), 1, "install " + tool);
  }
}
