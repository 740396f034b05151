package fr.cofrap.runtime;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;

/**
 * The runtime's settings, from the environment. A blank variable counts as unset.
 *
 * @param address where to listen: {@code HTTP_ADDRESS}, an IP address (127.0.0.1), and {@code
 *     HTTP_PORT} (8082), 0 for any free one
 * @param maxBodyBytes the longest body that is accepted: {@code MAX_BODY_BYTES} (16 KiB)
 * @param shutdownGrace how long to keep serving after SIGTERM: {@code SHUTDOWN_GRACE}, an ISO-8601
 *     duration (PT8S: of-watchdog forwards new requests for 5 s after it)
 * @param lockFile the file to write once requests are served: {@code LOCK_FILE} (none)
 * @param logLevel the lowest level that is logged: {@code LOG_LEVEL} (INFO)
 */
public record RuntimeSettings(
    InetSocketAddress address,
    int maxBodyBytes,
    Duration shutdownGrace,
    Optional<Path> lockFile,
    Level logLevel) {
  private static final List<Level> LEVELS =
      List.of(Level.SEVERE, Level.WARNING, Level.INFO, Level.FINE, Level.FINER, Level.FINEST);
  private static final Duration MAX_GRACE = Duration.ofMinutes(5);

  /**
   * Reads the settings of a process.
   *
   * @param environment as from {@link System#getenv()}
   * @throws Misconfigured for a value that is not allowed
   */
  public static RuntimeSettings from(Map<String, String> environment) {
    Reader reader = new Reader(environment);
    return new RuntimeSettings(
        new InetSocketAddress(
            reader.read("HTTP_ADDRESS", "127.0.0.1", "an IP address", InetAddress::ofLiteral),
            reader.read("HTTP_PORT", "8082", "0 to 65535", port -> within(port, 0, 65_535))),
        reader.read("MAX_BODY_BYTES", "16384", "1 to 16777216", n -> within(n, 1, 16_777_216)),
        reader.read("SHUTDOWN_GRACE", "PT8S", "PT0S to PT5M", RuntimeSettings::grace),
        reader.read("LOCK_FILE", "", "the path of a file", RuntimeSettings::path),
        reader.read("LOG_LEVEL", "INFO", "one of " + LEVELS, RuntimeSettings::level));
  }

  private static int within(String text, int least, int most) {
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static Duration grace(String text) {
    Duration grace = Duration.parse(text);
    if (grace.isNegative() || grace.compareTo(MAX_GRACE) > 0) {
      throw new IllegalArgumentException(text);
    }
    return grace;
  }

  private static Optional<Path> path(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
  }

  /** Not {@link Level#parse}, which also takes numbers and translated names. */
  private static Level level(String text) {
    return LEVELS.stream()
        .filter(level -> level.getName().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }

  private record Reader(Map<String, String> environment) {
    <T> T read(String name, String fallback, String allowed, Function<String, T> parser) {
      String set = environment.getOrDefault(name, "").strip();
      try {
        return parser.apply(set.isEmpty() ? fallback : set);
      } catch (IllegalArgumentException | DateTimeException notAllowed) {
        throw new Misconfigured(name + "=" + set + " is not allowed: use " + allowed, notAllowed);
      }
    }
  }
}
