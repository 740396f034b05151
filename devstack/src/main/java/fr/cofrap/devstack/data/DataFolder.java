package fr.cofrap.devstack.data;

import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Everything that is kept between runs. Only its owner can read the folders in it. */
public record DataFolder(Path path) {
  /**
   * Creates the folder unless it exists.
   *
   * @throws StartFailure if the folder cannot be created
   */
  public static DataFolder in(Path path) {
    try {
      Path parent = path.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      return new DataFolder(Files.createDirectories(path).toRealPath());
    } catch (IOException e) {
      throw new StartFailure("the data folder " + path + " cannot be used: " + e, e);
    }
  }

  public Path lock() {
    return path.resolve("lock");
  }

  public Path postgres() {
    return path.resolve("postgres");
  }

  public Path settings() {
    return path.resolve("settings");
  }

  public Path secrets() throws IOException {
    return privateFolder(path.resolve("secrets"));
  }

  public Path logs() throws IOException {
    return privateFolder(path.resolve("logs"));
  }

  public Path run() throws IOException {
    return privateFolder(path.resolve("run"));
  }

  /** Creates a folder of mode 0700, or gives that mode to one that exists. */
  public static Path privateFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    return Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
