package fr.cofrap.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.cofrap.Unavailable;
import fr.cofrap.account.SampleCredentials;
import fr.cofrap.account.SetId;
import fr.cofrap.login.CodeThrottle;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
final class DatabaseOutageTest {
  private static final Duration SOON = Duration.ofSeconds(3);

  private final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
  private final InstantSource clock = time::get;
  private final CapturedLog log = new CapturedLog("fr.cofrap.database");

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void nobodyListens() throws IOException {
    try (Database database = at(TestDatabase.settings(unusedPort(), 2))) {
      Instant before = Instant.now();
      Unavailable unavailable = unavailable(database);
      assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);
      assertThat(unavailable.retryAfter()).isPositive();
      assertThat(log.lines(Level.WARNING))
          .singleElement()
          .asString()
          .contains("it cannot be reached");
    }
  }

  @Test
  void theFirstConnectionIsWaitedForButNotForLong() throws IOException {
    try (Database database = at(TestDatabase.settings(unusedPort(), 2))) {
      Instant before = Instant.now();
      database.awaitFirstConnection();
      assertThat(Duration.between(before, Instant.now()))
          .isBetween(Duration.ofMillis(2_900), Duration.ofSeconds(4));
    }
  }

  @Test
  void whoWaitsFindsADatabaseThatComesLate() throws Exception {
    try (CuttableLine line = new CuttableLine(TestDatabase.port())) {
      line.cut();
      try (Database database = at(TestDatabase.settings(line.port(), 2));
          ExecutorService other = Executors.newSingleThreadExecutor()) {
        Future<Duration> waited =
            other.submit(() -> {
              Instant before = Instant.now();
              database.awaitFirstConnection();
              return Duration.between(before, Instant.now());
            });
        Thread.sleep(500);
        line.mend();
        assertThat(waited.get()).isBetween(Duration.ofMillis(400), Duration.ofMillis(2_500));
      }
    }
  }

  @Test
  void closingDoesNotWaitForADatabaseThatIsAway() throws IOException {
    Database database = at(TestDatabase.settings(unusedPort(), 2));
    unavailable(database);
    Instant before = Instant.now();
    database.close();
    assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);
  }

  @Test
  void aWrongPasswordIsSaidOnceAMinute() {
    try (Database database = guarded("wrong")) {
      unavailable(database);
      assertThat(log.lines(Level.WARNING))
          .singleElement()
          .asString()
          .contains("it refuses this user or password")
          .doesNotContain("wrong");
      time.updateAndGet(t -> t.plusSeconds(59));
      unavailable(database);
      assertThat(log.lines(Level.WARNING)).hasSize(1);
      time.updateAndGet(t -> t.plusSeconds(1));
      unavailable(database);
      assertThat(log.lines(Level.WARNING)).hasSize(2);
    }
  }

  @Test
  void anAbsentTableIsSaidOnceAMinute() {
    try (Database database = guarded(TestDatabase.RIGHT_PASSWORD)) {
      for (int i = 0; i < 3; i++) {
        assertThat(unavailable(database).retryAfter()).isPositive();
      }
      assertThat(log.lines(Level.WARNING))
          .singleElement()
          .asString()
          .contains("apply the migrations");
    }
  }

  @Test
  void aDatabaseThatIsBackIsUsedWithinFiveSeconds() throws Exception {
    try (CuttableLine line = new CuttableLine(TestDatabase.port());
        Database database = at(TestDatabase.settings(line.port(), 2))) {
      serves(database);
      line.cut();
      for (int i = 0; i < 3; i++) {
        Instant before = Instant.now();
        unavailable(database);
        assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);
      }
      line.mend();
      Instant back = Instant.now();
      while (catchThrowable(() -> serves(database)) != null) {
        assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(5));
      }
      assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(5));
      assertThat(log.lines(Level.WARNING)).hasSize(1);
      assertThat(log.lines(Level.INFO)).containsExactly("the database serves again");
    }
  }

  @Test
  void aDatabaseThatComesUpLaterIsUsedWithinFiveSeconds() throws Exception {
    try (CuttableLine line = new CuttableLine(TestDatabase.port())) {
      line.cut();
      try (Database database = at(TestDatabase.settings(line.port(), 2))) {
        unavailable(database);
        unavailable(database);
        line.mend();
        Instant back = Instant.now();
        serves(database);
        assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(5));
      }
    }
  }

  @Test
  void aKilledConnectionCostsOneCallAtMost() {
    try (Database database = at(TestDatabase.settings(TestDatabase.port(), 1));
        Session administrator = TestDatabase.asAdministrator()) {
      long process = database.call(c -> backend(c));
      administrator.execute("SELECT pg_terminate_backend(" + process + ")");
      assertThat(catchThrowable(() -> serves(database))).isInstanceOf(Unavailable.class);
      serves(database);
      assertThat(database.<Long>call(c -> backend(c))).isNotEqualTo(process);
    }
  }

  @Test
  void aTransactionWhoseConnectionIsKilledCountsNotAtAll() {
    SetId set = SampleCredentials.fresh(clock.instant()).setId();
    try (Database database = at(TestDatabase.settings(TestDatabase.port(), 1));
        Session administrator = TestDatabase.asAdministrator()) {
      Throwable failure =
          catchThrowable(() ->
              database.inTransaction(
                  0,
                  c -> {
                    Sql.update(c, "INSERT INTO code_attempts VALUES (?, '{}', 7)", set.value());
                    administrator.execute("SELECT pg_terminate_backend(" + backend(c) + ")");
                    return Sql.update(c, "UPDATE code_attempts SET total = 8");
                  }));
      assertThat(failure).isInstanceOf(Unavailable.class);
      assertThat(
              administrator.number(
                  "SELECT count(*) FROM code_attempts WHERE set_id = ?", set.value()))
          .isZero();
      serves(database);
    }
  }

  @Test
  void whoFindsEveryConnectionBusyIsToldSo() throws Exception {
    SetId set = SampleCredentials.fresh(clock.instant()).setId();
    try (Database database = at(TestDatabase.settings(TestDatabase.port(), 2));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CodeThrottle throttle = new PostgresCodeThrottle(database);
      Instant before = Instant.now();
      Future<Throwable> one;
      Future<Throwable> two;
      try (Session holder = TestDatabase.asOwner().begin()) {
        holder.update("LOCK TABLE code_attempts IN EXCLUSIVE MODE");
        one = threads.submit(() -> catchThrowable(() -> throttle.admit(set, clock.instant())));
        two = threads.submit(() -> catchThrowable(() -> throttle.admit(set, clock.instant())));
        Thread.sleep(Duration.ofMillis(200));
        unavailable(database);
        assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);
        assertThat(one.get()).isInstanceOf(Unavailable.class);
        assertThat(two.get()).isInstanceOf(Unavailable.class);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
      }
      serves(database);
    }
  }

  private Database guarded(String password) {
    return at(TestDatabase.settings(TestDatabase.port(), TestDatabase.GUARDED, password, 4));
  }

  private Database at(DatabaseSettings settings) {
    return new Database(settings, clock);
  }

  private static Unavailable unavailable(Database database) {
    return catchThrowableOfType(Unavailable.class, () -> serves(database));
  }

  private static void serves(Database database) {
    new PostgresAccounts(database).find(SampleCredentials.unusedName(), Instant.EPOCH);
  }

  private static long backend(Connection connection) throws SQLException {
    return Sql.first(connection, "SELECT pg_backend_pid()", row -> row.getLong(1)).orElseThrow();
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
