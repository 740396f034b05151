package fr.cofrap.admin.smoke;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.cofrap.admin.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cofrap code}: an authenticator app for the terminal. */
@Command(
    name = "code",
    description =
        "Reads a secret in base32, or an otpauth:// URI, from standard input, and prints its"
            + " current one-time code.")
public final class CodeCommand implements Callable<Integer> {
  private static final int LONGEST_INPUT = 4096;

  private final InputStream in;
  private final PrintWriter out;

  @Option(
      names = "--at",
      paramLabel = "SECONDS",
      description = "Print the code of this Unix time instead.")
  private long second = Instant.now().getEpochSecond();

  /**
   * A command that reads the secret from here: arguments are visible to every user of the machine.
   */
  public CodeCommand(InputStream in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    String typed = new String(in.readNBytes(LONGEST_INPUT), UTF_8).strip();
    if (typed.isEmpty()) {
      throw new Failure("no secret on standard input: echo SECRET | cofrap code");
    }
    out.println(Authenticator.of(typed).codeAt(Instant.ofEpochSecond(second)));
    return 0;
  }
}
