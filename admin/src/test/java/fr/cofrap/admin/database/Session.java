package fr.cofrap.admin.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A test's own session with the database. */
final class Session implements AutoCloseable {
  private final Connection connection;

  Session(DataSource source) {
    connection = attempt(source::getConnection);
  }

  /** Starts a transaction, which {@link #commit} ends; otherwise it is rolled back. */
  Session begin() {
    return attempt(() -> {
      connection.setAutoCommit(false);
      return this;
    });
  }

  void commit() {
    attempt(() -> {
      connection.commit();
      return this;
    });
  }

  /** Runs a statement, whether or not it returns rows. */
  boolean execute(String sql) {
    return attempt(() -> {
      try (Statement statement = connection.createStatement()) {
        return statement.execute(sql);
      }
    });
  }

  /** The first column of the first row. */
  String text(String sql) {
    return attempt(() -> {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        rows.next();
        return String.valueOf(rows.getString(1));
      }
    });
  }

  /** Rolls back what was not committed. */
  @Override
  public void close() {
    attempt(() -> {
      connection.close();
      return this;
    });
  }

  private static <T> T attempt(Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (SQLException e) {
      throw new Refused(e);
    }
  }

  @FunctionalInterface
  private interface Attempt<T> {
    T run() throws SQLException;
  }

  /** The database rejected a statement. */
  static final class Refused extends RuntimeException {
    private final String state;

    Refused(SQLException cause) {
      super(cause);
      state = String.valueOf(cause.getSQLState());
    }

    String state() {
      return state;
    }
  }
}
