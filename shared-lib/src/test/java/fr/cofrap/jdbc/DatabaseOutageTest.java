package fr.cofrap.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.cofrap.Bounded;
import fr.cofrap.Unavailable;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.SampleCredentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
final class DatabaseOutageTest {
  private final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
  private final InstantSource clock = time::get;
  private final CapturedLog log = new CapturedLog("fr.cofrap.database");

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void isUnavailableIfNothingListens() throws IOException {
    try (Database database = at(TestDatabase.settings(unusedPort(), 2))) {
      assertThat(unavailable(database).retryAfter()).isPositive();
      assertThat(log.lines(Level.WARNING))
          .singleElement()
          .asString()
          .contains("it cannot be reached");
    }
  }

  @Test
  void doesNotWaitForeverForTheFirstConnection() throws Exception {
    Instant before = Instant.now();
    try (Database database = at(TestDatabase.settings(unusedPort(), 2))) {
      Bounded.run("the wait for a first connection", database::awaitFirstConnection);
      assertThat(Duration.between(before, Instant.now()))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }
  }

  /** The limit outlasts the test, so only the connection can end the wait. */
  @Test
  void stopsWaitingWhenTheDatabaseComesUp() throws Exception {
    try (DatabaseProxy proxy = new DatabaseProxy(TestDatabase.port())) {
      proxy.cut();
      DatabaseSettings settings = TestDatabase.settings(proxy.port(), 2);
      try (Database database = new Database(settings, clock, Duration.ofMinutes(10))) {
        Thread waiting = Thread.ofPlatform().start(database::awaitFirstConnection);
        Bounded.until(
            "it waits for a connection", () -> waiting.getState() == Thread.State.TIMED_WAITING);
        proxy.restore();
        Bounded.until("it stops waiting", () -> !waiting.isAlive());
      }
    }
  }

  @Test
  void closingStopsConnectionAttempts() throws Exception {
    try (RefusingServer server = new RefusingServer()) {
      Database database = at(TestDatabase.settings(server.port(), 2));
      unavailable(database);
      Thread closing = Thread.ofPlatform().start(database::close);
      Bounded.until("it is being closed", () -> closing.getState() != Thread.State.RUNNABLE);
      int before = server.connections();
      Bounded.until("it is closed", () -> !closing.isAlive());
      assertThat(server.connections()).isLessThanOrEqualTo(before + 1);
    }
  }

  /** Without the pool, whose own time limit could be exceeded first on a busy machine. */
  @Test
  void aWrongPasswordIsTheLoggedReason() {
    ConnectionSource source = new ConnectionSource(guarded("mistyped"), new OutageLog(clock));
    source.close();
    untilLogged(
        "it refuses this user or password",
        () -> assertThat(catchThrowable(source::getConnection)).isInstanceOf(SQLException.class));
    assertThat(log.lines(Level.WARNING)).noneMatch(line -> line.contains("mistyped"));
  }

  @Test
  void aMissingTableIsTheLoggedReason() {
    try (Database database = at(guarded(TestDatabase.RIGHT_PASSWORD))) {
      untilLogged(
          "apply the migrations",
          () -> assertThat(unavailable(database).retryAfter()).isPositive());
    }
  }

  /** A slow machine may at first fail to connect in time. */
  private void untilLogged(String reason, Runnable attempt) {
    Bounded.until(
        "this is logged: " + reason,
        () -> {
          time.updateAndGet(t -> t.plusSeconds(60));
          attempt.run();
          return log.lines(Level.WARNING).stream().anyMatch(line -> line.contains(reason));
        });
  }

  @Test
  void usesTheDatabaseAgainAfterAnOutage() throws Exception {
    try (DatabaseProxy proxy = new DatabaseProxy(TestDatabase.port());
        Database database = at(TestDatabase.settings(proxy.port(), 2))) {
      untilServed(database);
      time.updateAndGet(t -> t.plusSeconds(60));
      int before = log.lines(Level.WARNING).size();
      proxy.cut();
      for (int i = 0; i < 3; i++) {
        assertThat(unavailable(database)).isNotNull();
      }
      proxy.restore();
      untilServed(database);
      assertThat(log.lines(Level.WARNING)).hasSize(before + 1);
      assertThat(log.lines(Level.INFO)).last().isEqualTo("database available again");
    }
  }

  /** The pool sees no failure, and so does not back off. */
  @Test
  void anAttemptToConnectOutlastsAShortOutage() throws Exception {
    try (DatabaseProxy proxy = new DatabaseProxy(TestDatabase.port())) {
      proxy.cut();
      DatabaseSettings settings = TestDatabase.settings(proxy.port(), 2);
      ConnectionSource source = new ConnectionSource(settings, new OutageLog(clock));
      FutureTask<Void> attempt =
          new FutureTask<>(() -> {
            source.getConnection().close();
            return null;
          });
      Thread.ofPlatform().daemon().start(attempt);
      Bounded.until("it failed once", () -> !log.lines(Level.WARNING).isEmpty());
      proxy.restore();
      attempt.get(60, TimeUnit.SECONDS);
    }
  }

  /** The pool's own attempts would soon be five seconds apart. */
  @Test
  void triesAgainMoreOftenThanThePoolWould() throws Exception {
    try (RefusingServer server = new RefusingServer();
        Database _ = at(TestDatabase.settings(server.port(), 2))) {
      Bounded.until("it has tried 30 times", () -> server.connections() >= 30);
    }
  }

  @Test
  void aKilledConnectionFailsAtMostOneRequest() {
    try (Database database = at(TestDatabase.settings(TestDatabase.port(), 1));
        Session administrator = TestDatabase.asAdministrator()) {
      long process = database.call(c -> backend(c));
      administrator.execute("SELECT pg_terminate_backend(" + process + ")");
      assertThat(catchThrowable(() -> serves(database))).isInstanceOf(Unavailable.class);
      untilServed(database);
      assertThat(database.<Long>call(c -> backend(c))).isNotEqualTo(process);
    }
  }

  @Test
  void rollsBackATransactionWhoseConnectionIsKilled() {
    CredentialSetId set = SampleCredentials.fresh(clock.instant()).setId();
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
      untilServed(database);
    }
  }

  @Test
  void isUnavailableIfEveryConnectionIsInUse() throws Exception {
    CountDownLatch borrowed = new CountDownLatch(2);
    CountDownLatch release = new CountDownLatch(1);
    try (Database database = at(TestDatabase.settings(TestDatabase.port(), 2));
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 2; i++) {
        var _ = threads.submit(() -> keepConnection(database, borrowed, release));
      }
      assertThat(borrowed.await(60, TimeUnit.SECONDS)).isTrue();
      time.updateAndGet(t -> t.plusSeconds(60));
      assertThat(unavailable(database)).isNotNull();
      assertThat(log.lines(Level.WARNING))
          .last()
          .asString()
          .contains("all connections of this replica are in use");
      release.countDown();
      untilServed(database);
    }
  }

  private static void keepConnection(
      Database database, CountDownLatch borrowed, CountDownLatch release) {
    Bounded.until(
        "a connection is free",
        () ->
            catchThrowable(() ->
                database.call(c -> {
                  borrowed.countDown();
                  return awaited(release);
                }))
                == null);
  }

  private static boolean awaited(CountDownLatch release) {
    try {
      return release.await(10, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DatabaseSettings guarded(String password) {
    return TestDatabase.settings(TestDatabase.port(), TestDatabase.GUARDED, password, 4);
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

  private static void untilServed(Database database) {
    Bounded.until("the database is used", () -> catchThrowable(() -> serves(database)) == null);
  }

  private static long backend(Connection connection) throws SQLException {
    return Sql.first(connection, "SELECT pg_backend_pid()", row -> row.getLong(1)).orElseThrow();
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Accepts connections, counts them, and closes each immediately. */
  private static final class RefusingServer implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();

    RefusingServer() throws IOException {
      Thread.ofVirtual().start(this::refuse);
    }

    private void refuse() {
      try {
        while (true) {
          Socket connection = listener.accept();
          connections.incrementAndGet();
          connection.close();
        }
      } catch (IOException e) {
        // Closed.
      }
    }

    int port() {
      return listener.getLocalPort();
    }

    int connections() {
      return connections.get();
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }
}
