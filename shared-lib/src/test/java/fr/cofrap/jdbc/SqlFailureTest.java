package fr.cofrap.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.cofrap.Bounded;
import java.sql.SQLTransientConnectionException;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every SQLSTATE that counts as an outage, and some that do not, raised by the server on request.
 * {@link ServerFailuresTest} shows the server raise them on its own.
 */
@Tag("postgres")
final class SqlFailureTest {
  /** On a slow machine, a connection may not be ready in time. */
  @BeforeEach
  void connect() {
    Bounded.until(
        "a connection is available",
        () -> catchThrowable(() -> TestDatabase.shared().call(c -> c.isValid(0))) == null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "08P01", "25006", "25P03", "25P04", "28000", "28P01", "3D000", "40001", "40P01",
        "42501", "42703", "42P01", "53100", "53200", "53300", "53400", "55P03", "57014", "57P01",
        "57P02", "57P05", "58000", "58030"
      })
  void asksClientsToRetryDuringAnOutage(String state) {
    ClientResponse.assertServiceUnavailable(() -> raise(state));
  }

  /**
   * A retry would fail again: clients must not be asked for one, nor the fault hidden from the
   * operator.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0A000", "22003", "23502", "23505", "23514", "25001", "25P02", "42601", "42704", "42883",
        "55000", "P0001", "XX000", "XX001"
      })
  void aFaultIsNotAnOutage(String state) {
    assertThatThrownBy(() -> raise(state))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(state);
  }

  /** The pool's own failures have no SQLSTATE. */
  @Test
  void aFunctionThatIsShuttingDownIsUnavailable() {
    Database database =
        new Database(TestDatabase.settings(TestDatabase.port(), 1), InstantSource.system());
    database.close();
    ClientResponse.assertServiceUnavailable(() -> database.call(connection -> 0));
  }

  /**
   * How the pool reports a server that has refused connections for a while, whatever its SQLSTATE.
   */
  @Test
  void aMissingConnectionIsAnOutageWhateverTheReason() {
    assertThat(SqlFailure.mayPass(new SQLTransientConnectionException("timed out", "55000")))
        .isTrue();
  }

  private static void raise(String state) {
    TestDatabase.shared()
        .call(connection ->
            Sql.update(
                connection,
                "DO $$ BEGIN RAISE EXCEPTION 'raised' USING ERRCODE = '%s'; END $$"
                    .formatted(state)));
  }
}
