package fr.cofrap.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens connections for the pool.
 *
 * <p>The pool waits longer after each failure, up to five seconds, and would notice that late that
 * a database is back. So this class retries at a steady pace within what the pool sees as one try.
 */
final class ConnectionSource extends PGSimpleDataSource {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
  private static final int MAX_TRIES = 80;
  private static final int CONNECT_SECONDS = 2;
  private static final int ANSWER_SECONDS = 6;

  private final transient OutageLog outages;
  private volatile boolean closed;

  ConnectionSource(DatabaseSettings settings, OutageLog outages) {
    this.outages = outages;
    setServerNames(new String[] {settings.host()});
    setPortNumbers(new int[] {settings.port()});
    setDatabaseName(settings.name());
    setUser(settings.user());
    setPassword(settings.password());
    setSslMode(settings.sslMode());
    settings.certificateAuthority().ifPresent(file -> setSslRootCert(file.toString()));
    setApplicationName("cofrap");
    // The pool bounds a login as well, but leaves the thread of the driver that still connects.
    setConnectTimeout(CONNECT_SECONDS);
    setSocketTimeout(ANSWER_SECONDS);
    setTcpKeepAlive(true);
    // The detail of a violated constraint shows the row: hash and sealed secret.
    setLogServerErrorDetail(false);
  }

  @Override
  public Connection getConnection() throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        return super.getConnection();
      } catch (SQLException e) {
        outages.record(e);
        if (closed || tries == MAX_TRIES || !pause()) {
          throw e;
        }
      }
    }
  }

  /** Ends the retries, which the pool waits for when it is closed. */
  void close() {
    closed = true;
  }

  private static boolean pause() {
    try {
      Thread.sleep(BETWEEN_TRIES);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
