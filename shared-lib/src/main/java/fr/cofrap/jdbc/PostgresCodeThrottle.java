package fr.cofrap.jdbc;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.login.CodeThrottle;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The throttle in PostgreSQL: one statement reserves an attempt, or finds that none is left. */
public final class PostgresCodeThrottle implements CodeThrottle {
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final Database database;

  public PostgresCodeThrottle(Database database) {
    this.database = database;
  }

  @Override
  public Admission admit(CredentialSetId set, Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    return database.call(connection ->
        reserve(connection, set, at)
            ? new Admission.Admitted(at)
            : reasonForNone(connection, set, at));
  }

  private static boolean reserve(Connection connection, CredentialSetId set, Instant at)
      throws SQLException {
    return Sql.update(
            connection,
            """
            INSERT INTO code_attempts AS a (set_id, recent, total)
            VALUES (?, ARRAY[?::bigint], 1)
            ON CONFLICT (set_id) DO UPDATE SET
              recent = a.recent[cardinality(a.recent) - ? + 2 :] || excluded.recent,
              total = a.total + 1
            WHERE a.total < ?
              AND (cardinality(a.recent) < ? OR a.recent[1] <= ?)
            """,
            set.value(),
            at.toEpochMilli(),
            MAX_RECENT,
            MAX_TOTAL,
            MAX_RECENT,
            at.minus(WINDOW).toEpochMilli())
        == 1;
  }

  private static Admission reasonForNone(Connection connection, CredentialSetId set, Instant at)
      throws SQLException {
    return Sql.first(
            connection,
            "SELECT total, recent[1] FROM code_attempts WHERE set_id = ?",
            row ->
                row.getInt(1) >= MAX_TOTAL
                    ? new Admission.Disabled()
                    : throttledSince(Instant.ofEpochMilli(row.getLong(2)), at),
            set.value())
        .orElseGet(() -> new Admission.Throttled(SHORTEST_WAIT));
  }

  private static Admission throttledSince(Instant oldest, Instant at) {
    Duration wait = Duration.between(at, oldest.plus(WINDOW));
    return new Admission.Throttled(wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait);
  }

  @Override
  public void forgive(CredentialSetId set) {
    database.call(connection ->
        Sql.update(
            connection,
            """
            UPDATE code_attempts SET recent = '{}', total = greatest(total - 1, 0)
            WHERE set_id = ?
            """,
            set.value()));
  }

  @Override
  public void withdraw(CredentialSetId set, Admission.Admitted reservation) {
    long at = reservation.at().toEpochMilli();
    database.call(connection ->
        Sql.update(
            connection,
            """
            UPDATE code_attempts SET
              total = greatest(total - 1, 0),
              recent = CASE WHEN ? = ANY (recent)
                THEN recent[: array_position(recent, ?) - 1]
                  || recent[array_position(recent, ?) + 1 :]
                ELSE recent END
            WHERE set_id = ?
            """,
            at,
            at,
            at,
            set.value()));
  }
}
