package fr.cofrap.jdbc;

import static fr.cofrap.account.SampleCredentials.fresh;
import static fr.cofrap.account.SampleCredentials.unusedName;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.cofrap.Bounded;
import fr.cofrap.MutableClock;
import fr.cofrap.account.CredentialSetId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Failures of a reachable PostgreSQL server: real ones, not simulated codes. */
@Tag("postgres")
final class ServerFailuresTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final MutableClock clock = new MutableClock(NOW);
  private final CapturedLog log = new CapturedLog("fr.cofrap.database");
  private final SpareDatabase spare = new SpareDatabase();

  @AfterEach
  void close() {
    log.close();
    spare.close();
  }

  @Test
  void aSerializationFailureIsUnavailable() {
    spare.alter("SET default_transaction_isolation = 'repeatable read'");
    CredentialSetId set = countedSet();
    try (Database database = functions();
        Session other = spare.asAdministrator()) {
      assertUnavailable(
          "40001",
          "it is not in working order",
          () ->
              database.inTransaction(
                  0,
                  c -> {
                    Sql.first(c, "SELECT total FROM code_attempts", row -> row.getInt(1));
                    count(other, set);
                    return Sql.update(c, "UPDATE code_attempts SET total = 2");
                  }));
      untilServed(database);
    }
  }

  @Test
  void theVictimOfADeadlockIsUnavailable() {
    spare.alter("SET deadlock_timeout = '10ms'");
    spare.alter("SET lock_timeout = 0");
    CredentialSetId one = countedSet();
    CredentialSetId two = countedSet();
    try (Database database = functions();
        Session other = spare.asAdministrator().begin();
        Session looker = spare.asAdministrator()) {
      // This session never checks for deadlocks, so that the functions' session is the victim.
      other.execute("SET deadlock_timeout = '1h'");
      long process = other.number("SELECT pg_backend_pid()");
      untilServed(database);
      count(other, one);
      assertUnavailable(
          "40P01",
          "it is not in working order",
          () ->
              database.inTransaction(
                  0,
                  c -> {
                    Sql.update(
                        c, "UPDATE code_attempts SET total = 2 WHERE set_id = ?", two.value());
                    var _ = CompletableFuture.runAsync(() -> count(other, two));
                    Bounded.until(
                        "the other transaction is waiting for this one",
                        () ->
                            looker.number("SELECT cardinality(pg_blocking_pids(?::int))", process)
                                == 1);
                    return Sql.update(
                        c, "UPDATE code_attempts SET total = 2 WHERE set_id = ?", one.value());
                  }));
      untilServed(database);
    }
  }

  @Test
  void aServerOutOfConnectionsIsUnavailable() throws Exception {
    spare.alter("CONNECTION LIMIT 0");
    try (Database database = functions()) {
      assertUnavailable("53300", "it takes no more connections", () -> serves(database));
      spare.alter("CONNECTION LIMIT -1");
      untilServed(database);
    }
  }

  /** Failing to connect is always an outage; from a statement, this SQLSTATE is a fault. */
  @Test
  void aDatabaseThatIsClosedForMaintenanceIsUnavailable() {
    spare.alter("ALLOW_CONNECTIONS false");
    try (Database database = functions()) {
      assertUnavailable("55000", "it is not in working order", () -> serves(database));
      spare.alter("ALLOW_CONNECTIONS true");
      untilServed(database);
    }
  }

  @Test
  void anExhaustedLimitOfDiskSpaceIsUnavailable() {
    spare.alter("SET temp_file_limit = 0");
    try (Database database = functions()) {
      assertUnavailable(
          "53400",
          "it is not in working order",
          () ->
              database.call(c ->
                  Sql.first(
                      c,
                      "SELECT n FROM generate_series(1, 1000000) AS n ORDER BY md5(n::text)",
                      row -> row.getInt(1))));
      untilServed(database);
    }
  }

  @Test
  void aTableThatLostItsFileIsUnavailable() throws IOException {
    try (Session administrator = spare.asAdministrator()) {
      administrator.execute("CHECKPOINT");
      String file =
          administrator
              .text(
                  "SELECT current_setting('data_directory') || '/' ||"
                      + " pg_relation_filepath('code_attempts')")
              .orElseThrow();
      Files.delete(Path.of(file));
    }
    try (Database database = functions()) {
      assertUnavailable(
          "58P01",
          "it is not in working order",
          () ->
              new PostgresCodeThrottle(database)
                  .admit(new CredentialSetId(UUID.randomUUID()), NOW));
      untilServed(database);
    }
  }

  @Test
  void aDroppedDatabaseIsUnavailableUntilItIsRestored() {
    try (Database database = functions()) {
      untilServed(database);
      spare.drop();
      assertUnavailable("3D000", "it has no such database", () -> serves(database));
      spare.create();
      untilServed(database);
    }
  }

  @Test
  void aMissingColumnIsUnavailableUntilTheMigrationIsApplied() {
    spare.execute("ALTER TABLE pending_credentials RENAME COLUMN version TO edition");
    try (Database database = functions()) {
      assertUnavailable("42703", "apply the migrations", () -> serves(database));
      spare.execute("ALTER TABLE pending_credentials RENAME COLUMN edition TO version");
      untilServed(database);
    }
  }

  @Test
  void aMissingGrantIsUnavailableUntilItIsRestored() {
    spare.execute("REVOKE SELECT ON users FROM cofrap_app");
    try (Database database = functions()) {
      assertUnavailable(
          "42501", "this user may not do what the functions need", () -> serves(database));
      spare.execute("GRANT SELECT ON users TO cofrap_app");
      untilServed(database);
    }
  }

  @Test
  void aReadOnlyServerIsUnavailableForWrites() {
    spare.alter("SET default_transaction_read_only = on");
    try (Database database = functions()) {
      untilServed(database);
      assertUnavailable(
          "25006",
          "it is not in working order",
          () -> new PostgresAccounts(database).startSignUp(unusedName(), fresh(NOW), NOW));
    }
  }

  @Test
  void aTransactionTimeoutIsUnavailable() {
    try (Database database = functions()) {
      assertUnavailable(
          "25P04",
          "it is not in working order",
          () ->
              database.inTransaction(
                  0,
                  c -> {
                    Sql.update(c, "SET LOCAL transaction_timeout = '10ms'");
                    return Sql.first(c, "SELECT pg_sleep(60)", row -> 0).orElseThrow();
                  }));
      untilServed(database);
    }
  }

  @Test
  void aStatementTimeoutIsUnavailable() {
    try (Database database = functions()) {
      assertUnavailable(
          "57014",
          "a statement took too long",
          () ->
              database.inTransaction(
                  0,
                  c -> {
                    Sql.update(c, "SET LOCAL statement_timeout = '10ms'");
                    return Sql.first(c, "SELECT pg_sleep(60)", row -> 0).orElseThrow();
                  }));
      untilServed(database);
    }
  }

  private Database functions() {
    return new Database(spare.settings(), clock);
  }

  private CredentialSetId countedSet() {
    CredentialSetId set = new CredentialSetId(UUID.randomUUID());
    try (Session session = spare.asAdministrator()) {
      session.update("INSERT INTO code_attempts VALUES (?, '{}', 0)", set.value());
    }
    return set;
  }

  private static void count(Session session, CredentialSetId set) {
    session.update("UPDATE code_attempts SET total = 1 WHERE set_id = ?", set.value());
  }

  /** A slow machine may at first fail to connect in time; only the expected failure counts. */
  private void assertUnavailable(String state, String reason, Runnable work) {
    Bounded.until(
        "the work fails with " + state + ": " + reason,
        () -> {
          clock.advance(Duration.ofMinutes(1));
          ClientResponse.assertServiceUnavailable(work);
          return log.lines(Level.WARNING).stream()
              .anyMatch(line -> line.contains("sqlState=" + state) && line.contains(reason));
        });
  }

  private static void untilServed(Database database) {
    Bounded.until(
        "the database is used again", () -> catchThrowable(() -> serves(database)) == null);
  }

  private static void serves(Database database) {
    new PostgresAccounts(database).find(unusedName(), NOW);
  }
}
