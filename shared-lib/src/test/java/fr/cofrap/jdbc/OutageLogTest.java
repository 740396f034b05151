package fr.cofrap.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.MutableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OutageLogTest {
  private final SQLException refused = new SQLException("refused", "28P01");
  private final MutableClock clock = new MutableClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final OutageLog outages = new OutageLog(clock);
  private final CapturedLog log = new CapturedLog("fr.cofrap.database");

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void logsAReasonOnceAMinute() {
    outages.record(refused);
    clock.advance(Duration.ofMinutes(1).minusNanos(1));
    outages.record(refused);
    assertThat(log.lines(Level.WARNING))
        .singleElement()
        .asString()
        .contains("it refuses this user or password");

    clock.advance(Duration.ofNanos(1));
    outages.record(refused);
    assertThat(log.lines(Level.WARNING)).hasSize(2);
  }

  @Test
  void logsTheEndOnceForEachReason() {
    outages.over();
    assertThat(log.lines(Level.INFO)).isEmpty();

    outages.record(refused);
    outages.over();
    outages.over();
    assertThat(log.lines(Level.INFO)).containsExactly("database available again");
  }
}
