package fr.cofrap.tests.openfaas;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.docker.Program;
import fr.cofrap.tests.docker.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that are built without faas-cli are built from the same files as with it. */
@Tag("openfaas")
class BuildContextTest {
  private final Path folder;
  private final FaasCli faasCli;

  BuildContextTest(@TempDir Path folder) {
    this.folder = folder;
    this.faasCli = FaasCli.inCheckout(folder.resolve("checkout"));
  }

  @Test
  void bothLayOutTheSameFiles() throws IOException {
    for (String function : StackFile.read().functions()) {
      assertThat(ofScript(function)).as(function).isEqualTo(ofFaasCli(function, "stack.yml"));
    }
  }

  /** Otherwise the other test would prove nothing. */
  @Test
  void aMistypedKeyMakesADifference() throws IOException {
    String mistyped = faasCli.mistyped("  copy:", "  copy_extra:");

    assertThat(ofFaasCli("generate-2fa", mistyped)).isNotEqualTo(ofScript("generate-2fa"));
  }

  private record File(String permissions, String contents) {}

  private Map<Path, File> ofFaasCli(String function, String stack) throws IOException {
    faasCli.command("build", "--shrinkwrap", "-f", stack, "--filter", function).output();
    return files(faasCli.checkout().resolve("build").resolve(function));
  }

  private Map<Path, File> ofScript(String function) throws IOException {
    Path context = folder.resolve(function);
    Program.of("script/build-context", function, context.toString())
        .in(faasCli.checkout())
        .output();
    return files(context);
  }

  /** Each with its contents and permissions, because scripts must stay executable. */
  private static Map<Path, File> files(Path context) throws IOException {
    Map<Path, File> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(context)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            context.relativize(file),
            new File(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                Files.readString(file, ISO_8859_1)));
      }
    }
    return files;
  }
}
