package fr.cofrap.tests.openfaas;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.docker.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** faas-cli in a clean checkout of this repository: uncommitted changes do not count. */
public record FaasCli(Path checkout) {
  /** Long enough to build every image on a busy machine. */
  private static final Duration HUNG = Duration.ofHours(1);

  private static final String SERVER =
      Objects.requireNonNullElse(System.getenv("SERVER"), "127.0.0.1:5000");
  private static final String OWNER = "cofrap-test";

  public static FaasCli inCheckout(Path folder) {
    Program.of("git", "clone", "--quiet", Repository.root().toString(), folder.toString()).output();
    return new FaasCli(folder);
  }

  /** The image of a function that was built here. */
  public static String image(String function) {
    return SERVER + "/" + OWNER + "/" + function;
  }

  /**
   * Copies the stack file with a text replaced.
   *
   * @return the name of the copy
   */
  public String mistyped(String text, String replacement) throws IOException {
    String stack = Files.readString(checkout.resolve("stack.yml"));
    if (!stack.contains(text)) {
      throw new AssertionError("stack.yml has no '" + text + "'");
    }
    Files.writeString(checkout.resolve("mistyped.yml"), stack.replace(text, replacement));
    return "mistyped.yml";
  }

  /** A folder beside the checkout with nothing but the template. */
  public FaasCli besideWithTemplate(String name) {
    try {
      Path folder = Files.createDirectory(checkout.resolveSibling(name));
      Program.of("cp", "-R", checkout.resolve("template").toString(), folder.toString()).output();
      return new FaasCli(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Creates a new function in this folder. */
  public void makeFunction(String name) {
    command("new", "--lang", "java25", name, "--prefix", SERVER + "/" + OWNER).output();
  }

  /** A command with the variables for the images of these tests. */
  public Program command(String... words) {
    return Program.of("faas-cli")
        .and(words)
        .in(checkout)
        .within(HUNG)
        .with(Map.of("SERVER", SERVER, "OWNER", OWNER, "TAG", "latest", "DOCKER_BUILDKIT", "1"));
  }
}
