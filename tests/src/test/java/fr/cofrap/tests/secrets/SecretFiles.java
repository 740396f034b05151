package fr.cofrap.tests.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of secrets, by {@code SECRET/FILE}. Text, because none is binary. */
final class SecretFiles {
  private final TreeMap<String, String> files;

  private SecretFiles(Map<String, String> files) {
    this.files = new TreeMap<>(files);
  }

  static SecretFiles of(Map<String, String> files) {
    return new SecretFiles(files);
  }

  static SecretFiles in(Path folder) throws IOException {
    SecretFiles found = new SecretFiles(Map.of());
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        found.files.put(
            folder.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return found;
  }

  /** The same with another file. */
  SecretFiles with(String file, String content) {
    SecretFiles changed = new SecretFiles(files);
    changed.files.put(file, content);
    return changed;
  }

  Map<String, String> asMap() {
    return new TreeMap<>(files);
  }

  String get(String file) {
    String content = files.get(file);
    if (content == null) {
      throw new IllegalArgumentException("There is no " + file + " among " + files.keySet());
    }
    return content;
  }

  /** Into a folder that is made. */
  Path write(Path folder) {
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }
}
