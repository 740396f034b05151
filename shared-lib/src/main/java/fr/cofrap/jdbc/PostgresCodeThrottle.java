package fr.cofrap.jdbc;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.throttle.CodeThrottle;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The throttle in PostgreSQL: one statement reserves an attempt, or finds that none is left. */
public final class PostgresCodeThrottle implements CodeThrottle {
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final Database database;

  public PostgresCodeThrottle(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Refusal> refusal(CredentialSetId set, Instant now) {
    return database.call(connection -> refusal(connection, set, now));
  }

  @Override
  public Admission admit(CredentialSetId set, Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    return database.call(connection ->
        reserve(connection, set, at)
            ? new Admission.Admitted(at)
            : refusal(connection, set, at).orElseGet(() -> new Refusal.Throttled(SHORTEST_WAIT)));
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

  private static Optional<Refusal> refusal(Connection connection, CredentialSetId set, Instant now)
      throws SQLException {
    return Sql.first(
            connection,
            "SELECT total, cardinality(recent), recent[1] FROM code_attempts WHERE set_id = ?",
            row -> refusal(row.getInt(1), row.getInt(2), row.getLong(3), now),
            set.value())
        .flatMap(found -> found);
  }

  private static Optional<Refusal> refusal(int total, int recent, long oldestMillis, Instant now) {
    if (total >= MAX_TOTAL) {
      return Optional.of(new Refusal.Disabled());
    }
    Instant next = Instant.ofEpochMilli(oldestMillis).plus(WINDOW);
    return recent < MAX_RECENT || !next.isAfter(now.truncatedTo(ChronoUnit.MILLIS))
        ? Optional.empty()
        : Optional.of(new Refusal.Throttled(atLeastShortest(Duration.between(now, next))));
  }

  private static Duration atLeastShortest(Duration wait) {
    return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
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
