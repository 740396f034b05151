package fr.cofrap.config;

import fr.cofrap.keys.InvalidKeyFile;
import fr.cofrap.keys.KeyFile;
import fr.cofrap.keys.KeyRing;
import fr.cofrap.runtime.Misconfigured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Secrets as OpenFaaS mounts them: one file each, named after the secret. No message contains one.
 */
final class SecretFiles {
  private final Path folder;

  SecretFiles(Path folder) {
    this.folder = folder;
  }

  /** The secret, without the line break that editors add to a file. */
  String text(String name) {
    return optional(name)
        .orElseThrow(() ->
            new Misconfigured(
                "secret %s is missing: expected the file %s".formatted(name, file(name))));
  }

  /** The file of a secret that a library reads itself, if it exists. */
  Optional<Path> fileOf(String name) {
    return Optional.of(file(name)).filter(Files::isReadable);
  }

  /**
   * The ring of one purpose, in the secret {@code <PURPOSE>_KEY_B64} and the form of {@link
   * KeyFile}.
   */
  KeyRing keyRing(String purpose) {
    String name = purpose + "_KEY_B64";
    try {
      return KeyFile.read(text(name));
    } catch (InvalidKeyFile e) {
      throw new Misconfigured("secret %s, %s".formatted(name, e.getMessage()));
    }
  }

  private Optional<String> optional(String name) {
    if (!Files.exists(file(name))) {
      return Optional.empty();
    }
    try {
      String content = Files.readString(file(name)).replaceFirst("\\R+\\z", "");
      return Optional.of(content).filter(c -> !c.isEmpty());
    } catch (IOException e) {
      throw new Misconfigured("secret %s cannot be read: %s".formatted(name, file(name)), e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
