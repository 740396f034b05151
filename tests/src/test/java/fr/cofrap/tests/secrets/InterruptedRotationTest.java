package fr.cofrap.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.docker.Program.Ending;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rotation that is interrupted says how far it got and what to type, and leaves no file. */
@Tag("images")
final class InterruptedRotationTest {
  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void saysWhatToType(String signal, int exitCode, @TempDir Path folder) throws Exception {
    try (Sealing sealing = Sealing.withValuesIn(folder)) {
      Ending rotate = sealing.rotateUntil(3, signal, "mfa-key", "--namespace", "openfaas-fn");

      Sealing.refused(rotate, exitCode, "rotate mfa-key --namespace openfaas-fn");
      assertThat(rotate.everything()).contains("restarting authenticate-user (1 of 2)");
      assertThat(sealing.temporary()).isEmptyDirectory();
    }
  }
}
