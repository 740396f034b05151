package fr.cofrap.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Logs in one line why the database is unavailable, at most once a minute, and when it is available
 * again.
 */
final class OutageLog {
  private static final Logger LOG = Logger.getLogger("fr.cofrap.database");
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  /**
   * The only way to recognize this failure: it has no cause, and the driver translates its message.
   */
  private static final String HOST_NAME_VERIFIER = "PgjdbcHostnameVerifier";

  private final InstantSource clock;
  private @Nullable Instant lastLine;
  private volatile boolean out;

  OutageLog(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void record(SQLException failure) {
    Instant now = clock.instant();
    if (lastLine != null && now.isBefore(lastLine.plus(BETWEEN_LINES))) {
      return;
    }
    lastLine = now;
    out = true;
    LOG.log(
        Level.WARNING,
        "database unavailable",
        Map.of(
            "reason", reason(failure),
            "sqlState", String.valueOf(failure.getSQLState()),
            "detail", Objects.requireNonNullElse(failure.getMessage(), "")));
  }

  /** Called after work that succeeded; logs that once after each line about an outage. */
  void over() {
    if (out) {
      logEnd();
    }
  }

  private synchronized void logEnd() {
    if (out) {
      out = false;
      LOG.info("database available again");
    }
  }

  private static String reason(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    if (state.startsWith("28")) {
      return "it refuses this user or password";
    }
    if (failure.getCause() instanceof javax.net.ssl.SSLException) {
      return "its TLS certificate is not accepted";
    }
    if (String.valueOf(failure.getMessage()).contains(HOST_NAME_VERIFIER)) {
      return "its TLS certificate is for another host name";
    }
    if (failure instanceof SQLTransientConnectionException && failure.getCause() == null) {
      return "all connections of this replica are in use";
    }
    return switch (state) {
      case "3D000" -> "it has no such database";
      case "42P01", "42703" -> "its schema is not this version's: apply the migrations";
      case "42501" -> "this user may not do what the functions need";
      case "53300" -> "it takes no more connections";
      case "57014" -> "a statement took too long";
      default -> state.startsWith("08") ? "it cannot be reached" : "it is not in working order";
    };
  }
}
