package fr.cofrap.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Roles and tables as {@code cofrap database prepare} creates them, from the same files. */
final class TestSchema {
  private TestSchema() {}

  static void createRoles(DataSource administrator) throws SQLException {
    try (InputStream roles = TestSchema.class.getResourceAsStream("/db/roles.sql");
        Connection connection = administrator.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          new String(Objects.requireNonNull(roles).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void migrate(DataSource owner) {
    Flyway.configure().dataSource(owner).load().migrate();
  }
}
