package fr.cofrap.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No value is printed, in a manifest, or an argument of a program, and none is left in a file. */
@Tag("images")
final class NothingInClearTest {
  @Test
  void isShownOrLeft(@TempDir Path folder) throws Exception {
    try (Sealing sealing = Sealing.watchedIn(folder)) {
      Path out = folder.resolve("out");
      Sealing.succeed(
          sealing.seal("--apply", "--from", sealing.path("given"), "--out", out.toString()));
      SecretFiles before = sealing.cluster().files();
      Sealing.succeed(sealing.rotate("ticket-key"));

      assertThat(sealing.calls()).as("programs that are watched").hasSizeGreaterThan(20);
      List<String> shown = new ArrayList<>(sealing.shown());
      shown.addAll(SecretFiles.in(out).asMap().values());
      assertShowNone(shown, before);
      assertShowNone(shown, sealing.cluster().files());
      assertThat(sealing.temporary()).isEmptyDirectory();
    }
  }

  private static void assertShowNone(List<String> shown, SecretFiles secrets) {
    for (Map.Entry<String, String> secret : secrets.asMap().entrySet()) {
      if (secret.getKey().endsWith("DB_CA_CERT")) {
        continue;
      }
      List<String> patterns = new ArrayList<>(secret.getValue().lines().toList());
      patterns.add(start(secret.getValue()));
      assertThat(shown)
          .as("%s in clear or in base64", secret.getKey())
          .noneMatch(text -> patterns.stream().anyMatch(text::contains));
    }
  }

  /** Of the value in base64, which is in one line. */
  private static String start(String value) {
    return Base64.getEncoder()
        .encodeToString(value.getBytes(StandardCharsets.UTF_8))
        .substring(0, 40);
  }
}
