package fr.cofrap.tests.extension;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.docker.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A copy of this repository, or of parts of it, to change and build. */
record Scratch(Path folder) {
  /** Copies what git would commit from a folder of this repository; {@code "."} means all of it. */
  void copy(String from, String to) throws IOException {
    Path source = Repository.root().resolve(from).normalize();
    String files =
        Program.of("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .in(source)
            .output();
    for (String file : files.split("\0", -1)) {
      // The list ends with a separator; a file may have been deleted but not yet committed.
      if (!file.isEmpty() && Files.exists(source.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
        Path copy = folder.resolve(to).resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(source.resolve(file), copy, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }

  String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  void append(String file, String text) throws IOException {
    write(file, read(file) + text);
  }

  void replace(String file, String from, String to) throws IOException {
    String text = read(file);
    assertThat(text).contains(from);
    write(file, text.replace(from, to));
  }

  /** Runs Maven, quietly unless it fails, with the JDK of this test. */
  void maven(String... words) {
    Program.of("mvn", "-q", "-Dspotless.check.skip=true")
        .and(words)
        .in(folder)
        .with(Map.of("JAVA_HOME", System.getProperty("java.home")))
        .within(Duration.ofMinutes(15))
        .output();
  }
}
