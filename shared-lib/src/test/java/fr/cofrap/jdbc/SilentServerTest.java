package fr.cofrap.jdbc;

import static fr.cofrap.account.SampleCredentials.unusedName;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.cofrap.Bounded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A database that neither responds nor refuses, as when a firewall drops packets or a machine is
 * gone. Without timeouts, requests would wait for as long as that lasts.
 */
@Tag("postgres")
final class SilentServerTest {
  /**
   * If each waited for the pool's default of 30 seconds, this many borrowers would count as hung.
   */
  private static final int BORROWERS = 3;

  private final DatabaseProxy proxy = new DatabaseProxy(TestDatabase.port());

  SilentServerTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    proxy.close();
  }

  @Test
  void aStatementWhoseResponseIsLostIsUnavailable() throws Exception {
    try (Database database = functions();
        Session looker = TestDatabase.asAdministrator()) {
      untilServed(database);
      Bounded.run(
          "a statement on a silent connection",
          () -> ClientResponse.assertServiceUnavailable(() -> loseResponse(database, looker)));
      recovers(database);
    }
  }

  private void loseResponse(Database database, Session looker) {
    database.inTransaction(
        0,
        c -> {
          Sql.update(c, "SET LOCAL statement_timeout = 0");
          Sql.update(c, "SET LOCAL client_connection_check_interval = '100ms'");
          long process =
              Sql.first(c, "SELECT pg_backend_pid()", row -> row.getLong(1)).orElseThrow();
          var _ = CompletableFuture.runAsync(() -> silenceDuringStatement(looker, process));
          return Sql.first(c, "SELECT pg_sleep(600)", row -> 0).orElseThrow();
        });
  }

  private void silenceDuringStatement(Session looker, long process) {
    Bounded.until(
        "the statement runs",
        () ->
            looker
                .text("SELECT wait_event FROM pg_stat_activity WHERE pid = ?", process)
                .filter("PgSleep"::equals)
                .isPresent());
    proxy.silence();
  }

  @Test
  void aServerThatAcceptsButNeverRespondsIsUnavailable() throws Exception {
    proxy.silence();
    try (Database database = functions()) {
      borrowersAreTurnedAway(database);
      recovers(database);
      Bounded.until("every silent connection is closed", () -> proxy.silentConnections() == 0);
    }
  }

  @Test
  void aServerThatDoesNotAcceptIsUnavailable() throws Exception {
    proxy.cut();
    try (Database database = functions()) {
      FullBacklog full = new FullBacklog(proxy.port());
      try (full) {
        borrowersAreTurnedAway(database);
      }
      recovers(database);
    }
  }

  private static void borrowersAreTurnedAway(Database database) throws Exception {
    Bounded.run(
        "waiting for a connection",
        () -> {
          for (int i = 0; i < BORROWERS; i++) {
            ClientResponse.assertServiceUnavailable(() -> serves(database));
          }
        });
  }

  private void recovers(Database database) throws IOException {
    proxy.restore();
    untilServed(database);
  }

  private static void untilServed(Database database) {
    Bounded.until(
        "the database is used again", () -> catchThrowable(() -> serves(database)) == null);
  }

  private Database functions() {
    return new Database(TestDatabase.settings(proxy.port(), 2), InstantSource.system());
  }

  private static void serves(Database database) {
    new PostgresAccounts(database).find(unusedName(), Instant.EPOCH);
  }

  /** A port whose connection queue is full: the operating system drops further attempts. */
  private static final class FullBacklog implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket();
    private final Deque<Socket> queue = new ArrayDeque<>();

    FullBacklog(int port) throws IOException {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      listener.setReuseAddress(true);
      listener.bind(address, 1);
      try {
        while (true) {
          queue.add(new Socket());
          queue.getLast().connect(address, 1_000);
        }
      } catch (SocketTimeoutException e) {
        // Full.
      }
    }

    @Override
    public void close() throws IOException {
      for (Socket socket : queue) {
        socket.close();
      }
      listener.close();
    }
  }
}
