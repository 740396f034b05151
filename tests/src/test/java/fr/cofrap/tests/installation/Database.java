package fr.cofrap.tests.installation;

import static java.time.ZoneOffset.UTC;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The tables behind the service, accessed directly. */
public record Database(DataSource owner) {
  /** Every row of every table of the service, in a fixed order. */
  public List<String> everything() {
    return strings(
        """
        SELECT 'users' || u::text FROM users u
        UNION ALL SELECT 'pending_credentials' || p::text FROM pending_credentials p
        UNION ALL SELECT 'code_attempts' || c::text FROM code_attempts c
        ORDER BY 1
        """);
  }

  /** Everything that is stored about one user. */
  public List<String> everythingOf(String username) {
    return strings(
        """
        SELECT 'users' || u::text FROM users u WHERE username = ?
        UNION ALL SELECT 'pending_credentials' || p::text FROM pending_credentials p
          WHERE username = ?
        """,
        username,
        username);
  }

  /** A column of the user's row in {@code users}. */
  public String column(String column, String username) {
    return strings("SELECT " + column + "::text FROM users WHERE username = ?", username)
        .getFirst();
  }

  /** Makes the user's pending credentials this much older. */
  public void agePending(String username, Duration age) {
    change(
        """
        UPDATE pending_credentials
        SET pending_until = pending_until - ?, usable_until = usable_until - ? WHERE username = ?
        """,
        age.toSeconds(),
        age.toSeconds(),
        username);
  }

  /** Makes the activation of the user's credentials this much older. */
  public void ageActive(String username, Period age) {
    long activated = Long.parseLong(column("gendate", username));
    change(
        "UPDATE users SET gendate = ? WHERE username = ?",
        Instant.ofEpochSecond(activated).atOffset(UTC).minus(age).toEpochSecond(),
        username);
  }

  /** Writes another sealed secret into the user's row in {@code users}. */
  public void replaceSecret(String username, String sealed) {
    change("UPDATE users SET mfa = ? WHERE username = ?", sealed, username);
  }

  /** Does what an administrator may do. */
  public void markExpired(String username) {
    change("UPDATE users SET expired = 1 WHERE username = ?", username);
  }

  /** Records this many wrong codes of the user, all of them entered long ago. */
  public void countWrongCodes(String username, int total) {
    change(
        """
        INSERT INTO code_attempts (set_id, recent, total)
        SELECT set_id, '{}', ? FROM users WHERE username = ?
        ON CONFLICT (set_id) DO UPDATE SET recent = '{}', total = excluded.total
        """,
        total,
        username);
  }

  /** How many wrong codes are counted for the user's credentials in force. */
  public long wrongCodes(String username) {
    return strings(
            "SELECT total::text FROM code_attempts JOIN users USING (set_id) WHERE username = ?",
            username)
        .stream()
        .mapToLong(Long::parseLong)
        .sum();
  }

  private List<String> strings(String sql, Object... parameters) {
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<String> strings = new ArrayList<>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return strings;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void change(String sql, Object... parameters) {
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters)) {
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("Not exactly one row: " + sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
