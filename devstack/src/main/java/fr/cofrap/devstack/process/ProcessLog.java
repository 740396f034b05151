package fr.cofrap.devstack.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one process has logged: its file, from where this process began. */
public record ProcessLog(Path file, long start) {
  private static final Pattern PORT = Pattern.compile("\"port\":(\\d{1,5})");

  /** The log of a process that is about to start. */
  public static ProcessLog at(Path file) throws IOException {
    return new ProcessLog(file, Files.exists(file) ? Files.size(file) : 0);
  }

  /** Keeps the last run's logs as {@code <name>.previous}, in place of those of the run before. */
  public static void rotate(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*.log")) {
      for (Path file : files) {
        Files.move(file, file.resolveSibling(file.getFileName() + ".previous"), REPLACE_EXISTING);
      }
    }
  }

  public List<String> lines() {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - start));
      channel.read(bytes, start);
      return new String(bytes.array(), 0, bytes.position(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port of the line with the message {@code serving}, once it is there. */
  public OptionalInt port() {
    return lines().stream()
        .filter(line -> line.startsWith("{") && line.contains("\"message\":\"serving\""))
        .map(PORT::matcher)
        .filter(Matcher::find)
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .findFirst();
  }

  /** The last line that is neither blank nor part of a stack trace. */
  public String lastLine() {
    return lines().stream()
        .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
        .reduce((earlier, later) -> later)
        .orElse("it logged nothing");
  }
}
