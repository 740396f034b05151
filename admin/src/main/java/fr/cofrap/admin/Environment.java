package fr.cofrap.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Settings by name, and the files that they name. An empty value counts as unset. */
public record Environment(Map<String, String> variables) {
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final List<String> SSL_MODES =
      List.of("verify-full", "verify-ca", "require", "disable");

  /** The setting, unless it is missing or blank. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /** The setting, or a default. */
  public String text(String name, String whenUnset) {
    return text(name).orElse(whenUnset);
  }

  /** A TCP port; PostgreSQL's own, 5432, unless set. */
  public int port(String name) {
    String value = text(name, "5432");
    if (!PORT.matcher(value).matches() || Integer.parseInt(value) > 65_535) {
      throw new Failure("%s is \"%s\"; it must be a number up to 65535".formatted(name, value));
    }
    return Integer.parseInt(value);
  }

  /** How the connection is secured; {@code verify-full} unless set. */
  public String sslMode(String name) {
    String value = text(name, "verify-full");
    if (!SSL_MODES.contains(value)) {
      throw new Failure(
          "%s is \"%s\"; it must be one of %s"
              .formatted(name, value, String.join(", ", SSL_MODES)));
    }
    return value;
  }

  /** The PEM file to verify with, if there is one; a mode that verifies requires it. */
  public Optional<Path> rootCertificate(String name, Optional<Path> whenUnset, String sslMode) {
    Optional<Path> file = text(name).map(Path::of).or(() -> whenUnset);
    if (sslMode.startsWith("verify-") && file.filter(Files::isReadable).isEmpty()) {
      throw new Failure(
          "there is no certificate to verify the server with (%s): set %s to the PEM file of the authority that signed it%s"
              .formatted(
                  sslMode, name, file.map(path -> "; " + path + " cannot be read").orElse("")));
    }
    return file;
  }

  /** The content of a file, without the line break that editors put at its end. */
  public static String secret(Path file) {
    String content;
    try {
      content = Files.readString(file).replaceFirst("\\R+\\z", "");
    } catch (IOException e) {
      throw new Failure("the file " + file + " is missing or cannot be read", e);
    }
    if (content.isEmpty()) {
      throw new Failure("the file " + file + " is empty");
    }
    return content;
  }
}
