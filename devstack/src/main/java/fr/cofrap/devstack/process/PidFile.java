package fr.cofrap.devstack.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes a process for the next run, in case this one is killed. A process is the noted one only if
 * it also started at the same time, so that no other process is stopped because of a reused number.
 */
public record PidFile(Path path) {
  private static final Duration UNTIL_KILLED = Duration.ofSeconds(3);
  private static final Pattern NOTE = Pattern.compile("(\\d{1,10}) (\\d{1,15})");

  /** The start comes from the machine's boot time, which moves when its clock is set. */
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  void write(ProcessHandle process) throws IOException {
    long started = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    Files.writeString(path, process.pid() + " " + started);
  }

  /** Stops the processes noted in this folder. */
  public static void stopOrphans(Path folder, Consumer<String> progress) throws IOException {
    try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*.pid")) {
      for (Path note : notes) {
        Optional<ProcessHandle> orphan = new PidFile(note).process();
        orphan.ifPresent(PidFile::stop);
        Files.delete(note);
        if (orphan.isPresent()) {
          String name = note.getFileName().toString().replace(".pid", "");
          progress.accept("Stopped " + name + ", left by a run that was killed");
        }
      }
    }
  }

  private Optional<ProcessHandle> process() throws IOException {
    Matcher note = NOTE.matcher(Files.readString(path).strip());
    if (!note.matches()) {
      return Optional.empty();
    }
    Instant started = Instant.ofEpochMilli(Long.parseLong(note.group(2)));
    return ProcessHandle.of(Long.parseLong(note.group(1)))
        .filter(process -> startedAbout(process, started));
  }

  private static boolean startedAbout(ProcessHandle process, Instant time) {
    return process
        .info()
        .startInstant()
        .map(start -> Duration.between(start, time).abs().compareTo(TOLERANCE) < 0)
        .orElse(false);
  }

  private static void stop(ProcessHandle process) {
    process.destroy();
    long deadline = System.nanoTime() + UNTIL_KILLED.toNanos();
    while (isRunning(process)) {
      if (System.nanoTime() > deadline) {
        process.destroyForcibly();
        return;
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** A zombie counts as alive until its parent has reaped it, but it has no command. */
  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }
}
