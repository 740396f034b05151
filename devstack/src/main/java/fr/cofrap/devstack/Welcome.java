package fr.cofrap.devstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;

/** What the demo says once it serves: where, and three lines to paste into a shell. */
final class Welcome {
  private Welcome() {}

  static String of(Stack stack, Path repository) {
    return text()
        .replace("{gateway}", stack.gateway().toString())
        .replace("{logs}", stack.logs().toString())
        .replace("{cofrap}", repository.resolve("admin/cofrap").toString());
  }

  private static String text() {
    String name = "welcome.txt";
    try (InputStream in = Objects.requireNonNull(Welcome.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
