package fr.cofrap.tests.installation;

import fr.cofrap.devstack.process.FunctionLaunch;
import fr.cofrap.tests.api.SeenSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a function's secrets that a test may damage. */
public record SecretsFolder(FunctionLaunch launch, Path folder) {
  public static SecretsFolder copiedFrom(FunctionLaunch original, Path folder) throws IOException {
    for (Path file : files(Path.of(original.environment().get("SECRETS_DIR")))) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    return new SecretsFolder(original.withSecrets(folder), folder);
  }

  public String read(String name) throws IOException {
    return Files.readString(folder.resolve(name)).strip();
  }

  public void write(String name, String text) throws IOException {
    text.lines().map(String::strip).forEach(SeenSecrets::remember);
    Files.writeString(folder.resolve(name), text);
  }

  public void delete(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  public List<String> names() throws IOException {
    return files(folder).stream().map(file -> file.getFileName().toString()).toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
