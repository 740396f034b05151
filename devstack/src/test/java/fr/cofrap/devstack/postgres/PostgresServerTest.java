package fr.cofrap.devstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.devstack.Patience;
import fr.cofrap.devstack.TestRepository;
import fr.cofrap.devstack.data.DataFolder;
import fr.cofrap.devstack.data.SecretFile;
import fr.cofrap.devstack.data.StackSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("postgres")
class PostgresServerTest {
  @TempDir static Path temporary;
  private static DataFolder folder;
  private static StackSecrets secrets;
  private static PostgresServer server;

  @BeforeAll
  static void startOnce() throws IOException {
    folder = DataFolder.in(temporary.resolve("a folder"));
    secrets = StackSecrets.in(folder.secrets(), SecretFile.in(Path.of("..")), false);
    server = newServer();
    server.start();
    assertThat(new Schema(server, secrets).bringUpToDate()).isPositive();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static PostgresServer newServer() throws IOException {
    return new PostgresServer(
        folder.postgres(),
        folder.logs().resolve("postgres.log"),
        PostgresPrograms.in(TestRepository.PROGRAMS),
        secrets);
  }

  @BeforeEach
  void startAgain() {
    if (!server.isRunning()) {
      server.start();
    }
  }

  @Test
  void keepsDataWhileItIsStopped() throws SQLException {
    execute(server.ownerDataSource(), "CREATE TABLE kept AS SELECT 42 AS number");
    int port = server.port();

    server.stop();
    assertThat(server.isRunning()).isFalse();
    assertThatThrownBy(() -> server.ownerDataSource().getConnection())
        .isInstanceOf(SQLException.class);
    server.start();

    assertThat(server.port()).isEqualTo(port);
    assertThat(query(server.ownerDataSource(), "SELECT number FROM kept")).isEqualTo("42");
  }

  @Test
  void hasNothingToMigrateTheSecondTime() {
    assertThat(new Schema(server, secrets).bringUpToDate()).isZero();
  }

  @Test
  void stopsTheServerOfARunThatWasKilled() throws Exception {
    long orphan = server.pid();
    PostgresServer next = newServer();
    try (next) {
      next.start();
      assertThat(commandLine(orphan)).isEmpty();
      assertThat(query(next.appDataSource(), "SELECT count(*) FROM users")).isEqualTo("0");
    }
  }

  @Test
  void startsAfterTheServerWasKilled() throws Exception {
    ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
    process.destroyForcibly();
    process.onExit().get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);

    server.start();

    assertThat(query(server.appDataSource(), "SELECT count(*) FROM users")).isEqualTo("0");
  }

  @Test
  void doesNotStopAnotherProcessWithTheNotedNumber() throws Exception {
    server.stop();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          folder.postgres().resolve("postmaster.pid"),
          stranger.pid() + "\n" + folder.postgres() + "\n1700000000\n" + server.port() + "\n");
      server.start();
      server.stop();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "cofrap_owner", "cofrap_app"})
  void needsThePasswordOfEveryRole(String user) {
    assertThatThrownBy(() -> connect("cofrap", user, "wrong"))
        .hasMessageContaining("password authentication failed");
    assertThatThrownBy(() -> connect("cofrap", user, "")).isInstanceOf(SQLException.class);
  }

  @Test
  void keepsTheFunctionsOutOfOtherDatabases() {
    assertThatThrownBy(() -> connect("postgres", "cofrap_app", secrets.passwordOf("cofrap_app")))
        .hasMessageContaining("no pg_hba.conf entry");
  }

  @Test
  void trustsNobody() throws SQLException {
    String methods = "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules";
    assertThat(query(server.superuserDataSource("cofrap"), methods)).isEqualTo("scram-sha-256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"})
  void losesNothingWhenTheMachineFails(String setting) throws SQLException {
    assertThat(query(server.ownerDataSource(), "SHOW " + setting)).isEqualTo("on");
  }

  @Test
  void listensOnThisMachineOnly() throws SQLException {
    assertThat(query(server.ownerDataSource(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM users",
        "UPDATE users SET username = 'other'",
        "UPDATE users SET id = 1",
        "TRUNCATE users",
        "CREATE TABLE extra (id int)",
        "CREATE TEMPORARY TABLE extra (id int)",
        "CREATE SCHEMA extra",
        "SELECT * FROM flyway_schema_history",
        "ALTER TABLE users ADD COLUMN extra int",
        "SET ROLE cofrap_owner"
      })
  void deniesTheFunctionsWhatTheyDoNotNeed(String statement) {
    assertThatThrownBy(() -> execute(server.appDataSource(), statement))
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
  }

  @Test
  void belongsToTheOwner() throws SQLException {
    String owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'cofrap'";
    assertThat(query(server.ownerDataSource(), owner)).isEqualTo("cofrap_owner");
  }

  /** Empty once the process is gone, even if its parent has not reaped it yet. */
  private static Optional<String> commandLine(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().commandLine());
  }

  private static Connection connect(String database, String user, String password)
      throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    return DriverManager.getConnection(url + "?sslmode=disable", user, password);
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
