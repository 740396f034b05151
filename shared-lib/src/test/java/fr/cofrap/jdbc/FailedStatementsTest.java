package fr.cofrap.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.cofrap.Unavailable;
import fr.cofrap.account.SampleCredentials;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statements that fail although the connection works. */
@Tag("postgres")
final class FailedStatementsTest {
  @Test
  void logsAMissingTableOnceForManyConcurrentRequests() throws Exception {
    try (CapturedLog log = new CapturedLog("fr.cofrap.database");
        Database database =
            new Database(
                TestDatabase.settings(
                    TestDatabase.port(), TestDatabase.GUARDED, TestDatabase.RIGHT_PASSWORD, 4),
                InstantSource.system());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> busy = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        unavailable(database);
        busy.add(threads.submit(() -> database.call(c -> pause(c, 300))));
        Thread.sleep(Duration.ofMillis(50));
      }
      for (Future<Integer> each : busy) {
        each.get();
      }
      unavailable(database);
      assertThat(log.lines(Level.WARNING)).hasSize(1);
    }
  }

  @Test
  void anIdleTransactionTimeoutIsAnOutageNotAFault() {
    try (Database database =
        new Database(TestDatabase.settings(TestDatabase.port(), 1), InstantSource.system())) {
      Throwable failure =
          catchThrowable(() ->
              database.inTransaction(
                  0,
                  c -> {
                    Sql.update(c, "SET LOCAL idle_in_transaction_session_timeout = '50ms'");
                    sleep(200);
                    return Sql.update(c, "UPDATE code_attempts SET total = 8 WHERE false");
                  }));
      assertThat(failure).isInstanceOf(Unavailable.class);
      serves(database);
    }
  }

  /**
   * The server's detail for a violated constraint contains the whole row, with hash and sealed
   * secret.
   */
  @Test
  void doesNotRevealTheRowThatViolatesAConstraint() {
    try (Database database =
        new Database(TestDatabase.settings(TestDatabase.port(), 1), InstantSource.system())) {
      Throwable failure =
          catchThrowable(() ->
              database.call(c ->
                  Sql.update(
                      c,
                      """
                      INSERT INTO users (id, username, password, mfa, gendate, expired, set_id,
                        last_time_step, last_login_at)
                      VALUES (1, 'NOT LOWER', 'the hash', 'the secret', 1, 7, ?, 1, 1)
                      """,
                      UUID.randomUUID())));
      assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessageContaining("23514");
      assertThat(failure).hasStackTraceContaining("violates check constraint");
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain("the hash", "the secret");
    }
  }

  private static int pause(Connection connection, int milliseconds) throws SQLException {
    Sql.first(connection, "SELECT pg_sleep(?)", row -> 0, milliseconds / 1000.0);
    return milliseconds;
  }

  private static void sleep(int milliseconds) {
    try {
      Thread.sleep(Duration.ofMillis(milliseconds));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unavailable(Database database) {
    assertThat(catchThrowable(() -> serves(database))).isInstanceOf(Unavailable.class);
  }

  private static void serves(Database database) {
    new PostgresAccounts(database).find(SampleCredentials.unusedName(), Instant.EPOCH);
  }
}
