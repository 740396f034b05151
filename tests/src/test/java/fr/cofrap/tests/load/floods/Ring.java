package fr.cofrap.tests.load.floods;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.OneMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

/** The file from which a function reads the keys of its fingerprints when it starts. */
record Ring(Path file) {
  private static final String NAME = "FINGERPRINT_KEY_B64";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** That of the next process of a function. */
  static Ring of(OneMachine machine, Operation operation) {
    return in(secrets(machine, operation));
  }

  /** The folder with a function's secrets. */
  static Path secrets(OneMachine machine, Operation operation) {
    return Path.of(
        Objects.requireNonNull(
            machine.launchOf(operation, "secrets").environment().get("SECRETS_DIR")));
  }

  static Ring in(Path secrets) {
    return new Ring(secrets.resolve(NAME));
  }

  static String freshKey() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  String read() {
    try {
      return Files.readString(file, US_ASCII).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String... keys) {
    try {
      Files.writeString(file, String.join("\n", keys) + "\n", US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
