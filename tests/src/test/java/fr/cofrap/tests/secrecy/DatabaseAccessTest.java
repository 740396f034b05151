package fr.cofrap.tests.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.tests.docker.Foundation;
import fr.cofrap.tests.installation.Containers;
import fr.cofrap.tests.installation.SharedInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The password of the functions' role opens their database alone, over TLS alone. What the role can
 * do there is in shared-lib's RoleLimitsTest; here a few statements show that the operators' image
 * granted no more.
 */
@Tag("postgres")
@Tag("images")
@ExtendWith(SharedInstallation.class)
class DatabaseAccessTest {
  private final PGSimpleDataSource functions;

  DatabaseAccessTest(Containers containers) throws IOException {
    Foundation foundation = containers.foundation();
    functions = foundation.postgres().administrator("cofrap");
    functions.setUser("cofrap_app");
    functions.setPassword(
        Files.readString(foundation.secrets().file("db-creds", "DB_PASSWORD")).strip());
  }

  @Test
  void theFunctionsGetIn() throws SQLException {
    try (Connection connection = functions.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.execute("SELECT count(*) FROM users")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DELETE FROM users", "CREATE TABLE public.own (id int)", "SET ROLE postgres"})
  void theyAreRefusedWhatTheyNeverDo(String sql) throws SQLException {
    try (Connection connection = functions.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
    }
  }

  @Test
  void noOtherDatabaseIsOpenToThem() {
    functions.setDatabaseName("postgres");

    assertRefused("no pg_hba.conf entry");
  }

  @Test
  void nobodyGetsInWithoutTls() {
    functions.setSslMode("disable");

    assertRefused("no pg_hba.conf entry");
  }

  @Test
  void nobodyGetsInWithAWrongPassword() {
    functions.setPassword("wrong");

    assertRefused("password authentication failed");
  }

  @Test
  void aServerOfAnotherNameIsNotTrusted() {
    functions.setServerNames(new String[] {"127.0.0.1"});

    assertRefused("could not be verified");
  }

  private void assertRefused(String reason) {
    assertThatThrownBy(() -> functions.getConnection().close()).hasMessageContaining(reason);
  }
}
