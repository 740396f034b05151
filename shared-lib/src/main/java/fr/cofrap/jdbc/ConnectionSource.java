package fr.cofrap.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens connections for the pool.
 *
 * <p>The pool backs off after each failure, up to five seconds, and would notice only that late
 * that the database is back. So this class retries at a steady pace within what the pool sees as a
 * single attempt.
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
    // The pool limits a login as well, but leaves the driver's connecting thread running.
    setConnectTimeout(CONNECT_SECONDS);
    setSocketTimeout(ANSWER_SECONDS);
    setTcpKeepAlive(true);
    // The detail of a violated constraint contains the row, with hash and sealed secret.
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

  /** Stops the retries, for which the pool waits when it is closed. */
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
