package fr.cofrap.config;

import fr.cofrap.runtime.Misconfigured;
import fr.cofrap.sealing.KeyRing;
import fr.cofrap.sealing.SecretKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Secrets as OpenFaaS mounts them: one file each, named after the secret. No message shows one. */
final class SecretFiles {
  private static final Pattern BETWEEN_KEYS = Pattern.compile("[\\s,]+");

  private final Path folder;

  SecretFiles(Path folder) {
    this.folder = folder;
  }

  /** The secret, without the line break that editors put at a file's end. */
  String text(String name) {
    return optional(name)
        .orElseThrow(() ->
            new Misconfigured(
                "secret %s is missing: expected the file %s".formatted(name, file(name))));
  }

  /** The file of a secret that a library reads by itself, if it is there. */
  Optional<Path> fileOf(String name) {
    return Optional.of(file(name)).filter(Files::isReadable);
  }

  /**
   * The keys of one purpose: {@code <PURPOSE>_KEY_B64} writes, those in the optional {@code
   * <PURPOSE>_KEYS_READ_B64} only read.
   */
  KeyRing keyRing(String purpose) {
    String writing = purpose + "_KEY_B64";
    String reading = purpose + "_KEYS_READ_B64";
    return new KeyRing(
        key(writing, text(writing)),
        optional(reading).stream()
            .flatMap(keys -> Arrays.stream(BETWEEN_KEYS.split(keys.strip())))
            .map(key -> key(reading, key))
            .toList());
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

  private static SecretKey key(String name, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new Misconfigured("secret %s is not base64".formatted(name));
    }
    return SecretKey.of(bytes)
        .orElseThrow(() ->
            new Misconfigured(
                "secret %s has %d bytes; a key has 32".formatted(name, bytes.length)));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
