package fr.cofrap.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.cofrap.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections to PostgreSQL, each lent for the duration of a piece of work.
 *
 * <p>Opens the first one in the background. An unreachable database is not fatal: each piece of
 * work throws {@link Unavailable} until the database is reachable again.
 */
public final class Database implements AutoCloseable {
  /** Its warnings only repeat, with a stack trace, what {@link OutageLog} logs in one line. */
  private static final Logger POOL_LOG = Logger.getLogger("com.zaxxer.hikari");

  static {
    POOL_LOG.setLevel(Level.SEVERE);
  }

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final Duration BORROWING = Duration.ofSeconds(2);
  private static final Duration CHECKING = Duration.ofSeconds(1);
  private static final Duration FIRST_CONNECTION = Duration.ofSeconds(3);
  private static final Duration POLLING = Duration.ofMillis(5);

  private final ConnectionSource source;
  private final HikariDataSource pool;
  private final OutageLog outages;
  private final Duration firstConnection;
  private final long madeAt = System.nanoTime();

  public Database(DatabaseSettings settings, InstantSource clock) {
    this(settings, clock, FIRST_CONNECTION);
  }

  /**
   * A database with another limit for {@link #awaitFirstConnection}.
   *
   * @param firstConnection counted from construction
   */
  Database(DatabaseSettings settings, InstantSource clock, Duration firstConnection) {
    this.firstConnection = firstConnection;
    outages = new OutageLog(clock);
    source = new ConnectionSource(settings, outages);
    pool = new HikariDataSource(config(source, settings));
  }

  private static HikariConfig config(DataSource source, DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("cofrap");
    config.setDataSource(source);
    config.setMaximumPoolSize(settings.poolSize());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(BORROWING.toMillis());
    config.setValidationTimeout(CHECKING.toMillis());
    config.setInitializationFailTimeout(-1);
    return config;
  }

  /**
   * Waits for the first connection, at most until three seconds after the pool was created: a
   * network policy lets a new process connect only a moment after its start, and earlier requests
   * would get 503.
   */
  public void awaitFirstConnection() {
    try {
      while (pool.getHikariPoolMXBean().getTotalConnections() == 0
          && System.nanoTime() - madeAt < firstConnection.toNanos()) {
        Thread.sleep(POLLING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Work with a connection that commits each statement. */
  <T> T call(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      T result = work.with(connection);
      outages.over();
      return result;
    } catch (SQLException e) {
      throw translated(e);
    }
  }

  /**
   * Work whose statements all take effect or none; {@link Rollback} undoes them without a failure.
   */
  <T> T inTransaction(T whenRolledBack, Work<T> work) {
    return call(connection -> {
      connection.setAutoCommit(false);
      try {
        T result = work.with(connection);
        connection.commit();
        return result;
      } catch (Rollback e) {
        connection.rollback();
        return whenRolledBack;
      } catch (SQLException | RuntimeException e) {
        rollBackAfter(e, connection);
        throw e;
      }
    });
  }

  private static void rollBackAfter(Exception failure, Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private RuntimeException translated(SQLException e) {
    if (SqlFailure.mayPass(e)) {
      outages.record(e);
      return new Unavailable("database unavailable", RETRY_AFTER);
    }
    return new IllegalStateException("a statement failed, SQLSTATE " + e.getSQLState(), e);
  }

  @Override
  public void close() {
    source.close();
    pool.close();
  }

  /** What is done with a connection, and only while it is lent. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Ends a transaction without effect: a decision that went the other way, not a failure. */
  static final class Rollback extends RuntimeException {
    Rollback() {
      super("rolled back", null, false, false);
    }
  }
}
