package fr.cofrap.devstack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code postmaster.pid}: which process serves a folder of data, as PostgreSQL itself noted it. */
record PostmasterFile(Path data) {
  /**
   * The server that runs on this folder, whoever started it. If the process of that number is no
   * PostgreSQL on this folder, the file is out of date and is deleted.
   */
  Optional<ProcessHandle> runningServer() throws IOException {
    Optional<ProcessHandle> noted = noted();
    Optional<ProcessHandle> server = noted.filter(this::servesThisFolder);
    if (noted.isPresent() && server.isEmpty()) {
      Files.deleteIfExists(path());
    }
    return server;
  }

  private Optional<ProcessHandle> noted() throws IOException {
    if (!Files.exists(path())) {
      return Optional.empty();
    }
    try {
      String pid = Files.readString(path()).lines().findFirst().orElse("").strip();
      return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
    } catch (NumberFormatException halfWritten) {
      return Optional.empty();
    }
  }

  private boolean servesThisFolder(ProcessHandle process) {
    String commandLine = process.info().commandLine().orElse("");
    return commandLine.contains("postgres") && commandLine.contains(data.toString());
  }

  private Path path() {
    return data.resolve("postmaster.pid");
  }
}
