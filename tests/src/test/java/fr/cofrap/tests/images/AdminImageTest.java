package fr.cofrap.tests.images;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.docker.Certificates;
import fr.cofrap.tests.docker.Docker;
import fr.cofrap.tests.docker.Images;
import fr.cofrap.tests.docker.Network;
import fr.cofrap.tests.docker.Postgres;
import fr.cofrap.tests.docker.Program.Ending;
import fr.cofrap.tests.docker.SecretVolume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operators' image against a database of its own: it prepares, purges and refuses. */
@Tag("images")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminImageTest {
  private static final String ANOTHER_USER = "12000:0";

  private final Network network = Network.create("admin");
  private final Postgres postgres;
  private final AdminProgram cofrap;
  private Ending firstPreparation = new Ending(-1, "", "");

  AdminImageTest(@TempDir Path folder) throws IOException {
    postgres = Postgres.start(network, folder.resolve("postgres"));
    cofrap = AdminProgram.of(Images.admin(), postgres, secrets(folder, "password-of-the-purge"));
  }

  @BeforeAll
  void prepare() {
    firstPreparation = cofrap.run("database", "prepare");
  }

  @AfterAll
  void remove() {
    postgres.close();
    network.close();
  }

  @Test
  void preparesANewDatabase() {
    assertSays(
        """
        database cofrap: created
        roles: created cofrap_owner, cofrap_app, cofrap_purge
        schema: applied migrations: 4
        password of cofrap_app: set
        password of cofrap_purge: set
        Prepared.\
        """,
        firstPreparation);
  }

  @Test
  void findsNothingToDoTheNextTimeAsAnotherUser() {
    assertSays(
        """
        database cofrap: exists
        roles: exist
        schema: up to date
        password of cofrap_app: already set
        password of cofrap_purge: already set
        Nothing to do.\
        """,
        cofrap.as(ANOTHER_USER).run("database", "prepare"));
  }

  @Test
  void purgesWhatHasExpiredAndNothingElse() throws SQLException {
    sql(
        """
        INSERT INTO pending_credentials
          (set_id, user_id, username, password, pending_until, usable_until)
        SELECT gen_random_uuid(), n, 'user' || n, '-', moment, moment
        FROM generate_series(1, 5) AS n,
          LATERAL (SELECT floor(extract(epoch FROM now()))::bigint + CASE WHEN n <= 3 THEN 0 ELSE 6000 END)
            AS time (moment)
        """);
    sql("INSERT INTO code_attempts SELECT set_id, '{1}', 1 FROM pending_credentials");

    assertSays(
        "deleted pending_credentials: 3, code_attempts: 3", cofrap.as(ANOTHER_USER).run("purge"));

    assertThat(
            sql(
                "SELECT username FROM pending_credentials JOIN code_attempts USING (set_id) ORDER BY 1"))
        .containsExactly("user4", "user5");
    assertSays("deleted pending_credentials: 0, code_attempts: 0", cofrap.run("purge"));
  }

  @ParameterizedTest
  @CsvSource({
    "PGPASSWORD,        wrong,             the server rejects this user or password",
    "PGPORT,            1,                 is unreachable",
    "PGHOST,            127.0.0.1,         could not be verified",
    "DB_HOST,           elsewhere.example, the certificate is not valid for elsewhere.example",
    "PGSSLROOTCERT,     /nowhere,          /nowhere cannot be read",
    "APP_PASSWORD_FILE, /nowhere,          /nowhere is missing",
  })
  void preparesNothingWithAWrongSetting(String name, String value, String reason) {
    assertRefuses(reason, cofrap.with(name, value).run("database", "prepare"));
  }

  @Test
  void purgesNothingWithoutThePermission() throws SQLException {
    sql("REVOKE CONNECT ON DATABASE cofrap FROM cofrap_purge");
    try {
      assertRefuses("permission denied", cofrap.run("purge"));
    } finally {
      sql("GRANT CONNECT ON DATABASE cofrap TO cofrap_purge");
    }
  }

  @Test
  void purgesNothingWithAWrongPassword(@TempDir Path copy) throws IOException {
    assertRefuses(
        "cofrap_purge@localhost", cofrap.withSecrets(secrets(copy, "wrong")).run("purge"));
  }

  @Test
  void purgesNothingInADatabaseOfAnotherAuthority(@TempDir Path copy) throws IOException {
    Path secrets = secrets(copy, "password-of-the-purge");
    Certificates.writeAnotherAuthority(secrets.resolve("DB_CA_CERT"));

    assertRefuses("the TLS certificate is not accepted", cofrap.withSecrets(secrets).run("purge"));
  }

  @Test
  void itsHistoryMentionsNoPassword() {
    assertThat(Docker.run("history", "--no-trunc", "--format", "{{.CreatedBy}}", cofrap.image()))
        .isNotEmpty()
        .doesNotContainIgnoringCase("password");
  }

  private Path secrets(Path folder, String passwordOfThePurge) throws IOException {
    return SecretVolume.write(
        folder.resolve("secrets"),
        Map.of(
            "DB_CA_CERT",
            Files.readString(postgres.authority()),
            "APP",
            "password-of-the-functions\n",
            "DB_PASSWORD",
            passwordOfThePurge + "\n"));
  }

  private static void assertSays(String expected, Ending ending) {
    assertThat(ending).isEqualTo(new Ending(0, expected, ""));
  }

  private static void assertRefuses(String reason, Ending ending) {
    assertThat(ending.exitCode()).isEqualTo(1);
    assertThat(ending.everything().lines()).singleElement().asString().contains(reason);
  }

  private List<String> sql(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = postgres.administrator("cofrap").getConnection();
        Statement statement = connection.createStatement()) {
      boolean hasRows = statement.execute(sql);
      try (ResultSet results = statement.getResultSet()) {
        while (hasRows && results.next()) {
          rows.add(results.getString(1));
        }
      }
    }
    return rows;
  }
}
