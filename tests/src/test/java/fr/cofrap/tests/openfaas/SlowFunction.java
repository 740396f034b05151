package fr.cofrap.tests.openfaas;

import fr.cofrap.tests.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A function that responds after as many seconds as the body says. */
public final class SlowFunction {
  private static final String NAME = "slow";

  private static final Path HANDLER =
      Repository.root().resolve("tests/src/test/resources/slow/Handler.java");

  private SlowFunction() {}

  /** Builds its image, without the starter's tests: they test the handler that is replaced. */
  public static String build(FaasCli faasCli) {
    FaasCli there = faasCli.besideWithTemplate(NAME);
    there.makeFunction(NAME);
    Path handler = Path.of(NAME, "src/main/java/com/openfaas/function/Handler.java");
    try {
      Files.copy(HANDLER, there.checkout().resolve(handler), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    there.command("build", "-f", "stack.yaml", "--build-arg", "TEST_ENABLED=false").output();
    return FaasCli.image(NAME);
  }
}
