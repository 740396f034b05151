package fr.cofrap.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A test's own session with the database, for plain SQL. */
public final class Session implements AutoCloseable {
  private final Connection connection;

  Session(DataSource source) {
    try {
      connection = source.getConnection();
    } catch (SQLException e) {
      throw new StatementFailed(e);
    }
  }

  /** Starts a transaction, which {@link #commit} ends; otherwise it is rolled back. */
  public Session begin() {
    return attempt(() -> {
      connection.setAutoCommit(false);
      return this;
    });
  }

  /** Commits the statements since {@link #begin}. */
  public void commit() {
    attempt(() -> {
      connection.commit();
      return this;
    });
  }

  /** Runs a statement, whether or not it returns rows. */
  void execute(String sql) {
    attempt(() -> {
      try (Statement statement = connection.createStatement()) {
        return statement.execute(sql);
      }
    });
  }

  /** Runs a statement and returns the number of rows that it changed. */
  public int update(String sql, @Nullable Object... parameters) {
    return attempt(() -> Sql.update(connection, sql, parameters));
  }

  /** The number in the first column of the first row; 0 if there is none. */
  public long number(String sql, @Nullable Object... parameters) {
    return attempt(() -> Sql.first(connection, sql, row -> row.getLong(1), parameters)).orElse(0L);
  }

  /** The text in the first column of the first row. */
  public Optional<String> text(String sql, @Nullable Object... parameters) {
    return attempt(() -> Sql.first(connection, sql, row -> row.getString(1), parameters));
  }

  /** Whether a query without columns, which locks the rows that it finds, found one. */
  public boolean locksARow(String sql, @Nullable Object... parameters) {
    return attempt(() -> Sql.first(connection, sql, row -> true, parameters)).isPresent();
  }

  /** Rolls back what was not committed. */
  @Override
  public void close() {
    attempt(() -> {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
      connection.close();
      return this;
    });
  }

  private static <T> T attempt(Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (SQLException e) {
      throw new StatementFailed(e);
    }
  }

  @FunctionalInterface
  private interface Attempt<T> {
    T run() throws SQLException;
  }

  /** The database rejected a statement. */
  public static final class StatementFailed extends RuntimeException {
    private final String state;

    StatementFailed(SQLException cause) {
      super(cause);
      state = String.valueOf(cause.getSQLState());
    }

    String state() {
      return state;
    }
  }
}
