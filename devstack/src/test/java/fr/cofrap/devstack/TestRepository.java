package fr.cofrap.devstack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A folder like the built repository, with a small function of ours in place of the real ones. */
public final class TestRepository {
  /** Shared by all tests, for unpacking takes seconds. */
  public static final Path PROGRAMS = Path.of("target/postgres-programs").toAbsolutePath();

  public static final Path HEADERS = Path.of("../frontend/nginx/headers.conf");

  private TestRepository() {}

  public static Path in(Path folder) throws IOException {
    Path template = Files.createDirectories(folder.resolve("template/java25"));
    Files.writeString(template.resolve("jvm.options"), "-Xmx32m\n-XX:TieredStopAtLevel=1\n");
    Files.createDirectories(folder.resolve("frontend/nginx"));
    Files.createDirectory(folder.resolve("sealed-secrets"));
    for (String file :
        List.of("stack.yml", "sealed-secrets/secrets.tsv", "frontend/nginx/headers.conf")) {
      Files.copy(Path.of("..").resolve(file), folder.resolve(file));
    }
    for (StackFile.Function function : StackFile.in(folder).functions()) {
      Path app = Files.createDirectories(folder.resolve(function.name()).resolve("target/app"));
      jar(app.resolve("function.jar"));
    }
    return folder;
  }

  public static StackOptions options(Path data, Path repository) {
    return StackOptions.in(data).withRepository(repository).withBinaries(PROGRAMS);
  }

  private static void jar(Path file) throws IOException {
    Path classes = Path.of("target/test-classes");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (String name :
          List.of("fr/cofrap/runtime/Main.class", "fr/cofrap/config/SettingsCheck.class")) {
        jar.putNextEntry(new JarEntry(name));
        Files.copy(classes.resolve(name), jar);
      }
    }
  }
}
