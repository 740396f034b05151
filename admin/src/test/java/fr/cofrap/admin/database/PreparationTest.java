package fr.cofrap.admin.database;

import static fr.cofrap.admin.Program.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.cofrap.admin.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code prepare} on an empty server, run by a superuser and by another administrator. */
@Tag("postgres")
final class PreparationTest {
  private static final String DATABASE = "prepared";
  private static final String ADMINISTRATOR = "admin";

  private static final TestServer SERVER = TestServer.start();

  @TempDir private Path folder;
  private Map<String, String> settings = Map.of();

  @AfterAll
  static void stop() throws IOException {
    SERVER.close();
  }

  @BeforeEach
  void namePasswordFiles() throws IOException {
    settings = SERVER.asAdministrator("postgres", "", DATABASE);
    setPassword("APP_PASSWORD_FILE", "first'\"\\é");
    setPassword("PURGE_PASSWORD_FILE", "second");
  }

  @AfterEach
  void dropEverything() {
    try (Session session = SERVER.superuser("postgres")) {
      for (String database : new String[] {DATABASE, "trusting"}) {
        session.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
      }
      for (String role :
          new String[] {"cofrap_app", "cofrap_purge", "cofrap_owner", ADMINISTRATOR}) {
        session.execute("DROP ROLE IF EXISTS " + role);
      }
    }
  }

  @Test
  void createsWhatIsMissingAndIsIdempotent() {
    assertPreparesOnce();
  }

  @Test
  void doesNotNeedASuperuser() {
    createAdministrator("CREATEDB CREATEROLE");
    assertPreparesOnce();
  }

  private static int migrations() {
    String[] files = new File("../shared-lib/src/main/resources/db/migration").list();
    return Objects.requireNonNull(files).length;
  }

  private void assertPreparesOnce() {
    assertThat(prepare())
        .isEqualTo(
            """
            database prepared: created
            roles: created cofrap_owner, cofrap_app, cofrap_purge
            schema: applied migrations: %d
            password of cofrap_app: set
            password of cofrap_purge: set
            Prepared.
            """
                .formatted(migrations()));
    String before = stored();
    assertThat(prepare())
        .isEqualTo(
            """
            database prepared: exists
            roles: exist
            schema: up to date
            password of cofrap_app: already set
            password of cofrap_purge: already set
            Nothing to do.
            """);
    assertThat(stored()).isEqualTo(before);
    assertThat(login("cofrap_app", "first'\"\\é")).isEqualTo("cofrap_app");
    assertThat(login("cofrap_purge", "second")).isEqualTo("cofrap_purge");
    assertThat(ownerOfUsers()).isEqualTo("cofrap_owner");
  }

  @Test
  void changesADifferentPassword() throws IOException {
    prepare();
    setPassword("PURGE_PASSWORD_FILE", "third\n");
    assertThat(prepare()).contains("cofrap_app: already set", "cofrap_purge: set", "Prepared.");
    assertThat(login("cofrap_purge", "third")).isEqualTo("cofrap_purge");
    assertThat(failureOf("cofrap_purge", "second")).isEqualTo("28P01");
  }

  @Test
  void doesNotMistakeTrustForACorrectPassword() {
    settings = with(settings, "DB_NAME", "trusting");
    assertThat(prepare()).contains("password of cofrap_app: set", "password of cofrap_purge: set");
    assertThat(stored()).contains("cofrap_appSCRAM-SHA-256$", "cofrap_purgeSCRAM-SHA-256$");
  }

  @Test
  void leavesPasswordsWithoutAFileUnchanged() {
    prepare();
    String before = stored();
    settings = with(with(settings, "APP_PASSWORD_FILE", ""), "PURGE_PASSWORD_FILE", "");
    assertThat(prepare())
        .contains("cofrap_app: unchanged, because APP_PASSWORD_FILE", "Nothing to do.");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void revokesEveryoneElsesAccess() {
    prepare();
    try (Session session = SERVER.superuser("postgres")) {
      session.execute("CREATE ROLE " + ADMINISTRATOR + " LOGIN PASSWORD 'password'");
    }
    assertThat(failureOf(ADMINISTRATOR, "password")).isEqualTo("42501");
  }

  @Test
  void failsOnAWarning() {
    createAdministrator("CREATEROLE");
    try (Session session = SERVER.superuser("postgres")) {
      session.execute("CREATE DATABASE " + DATABASE);
    }
    assertFails("admin@127.0.0.1", "permission denied: no privileges could be revoked");
  }

  @Test
  void namesTheMissingPrivilege() {
    createAdministrator("");
    assertFails("permission denied: permission denied to create database");
  }

  @Test
  void reportsAWrongPassword() {
    createAdministrator("CREATEDB CREATEROLE");
    settings = with(settings, "PGPASSWORD", "planted-wrong");
    assertFails("admin@127.0.0.1", "rejects this user or password");
  }

  @Test
  void reportsAMissingPassword() {
    createAdministrator("CREATEDB CREATEROLE");
    settings = with(settings, "PGPASSWORD", "");
    assertFails("rejects this connection", "no password was provided");
  }

  @Test
  void doesNotMistakeAFullServerForAWrongPassword() {
    prepare();
    String before = stored();
    try (Session session = SERVER.superuser("postgres")) {
      session.execute("ALTER ROLE cofrap_app CONNECTION LIMIT 0");
    }
    assertFails("too many connections for role");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void reportsAnUnreachableServer() {
    settings = with(settings, "PGPORT", "1");
    assertFails("127.0.0.1:1/", "is unreachable");
  }

  @Test
  void reportsAnUnknownHost() {
    settings = with(settings, "PGHOST", "nowhere.invalid");
    assertFails("nowhere.invalid", "is unreachable");
  }

  @Test
  void reportsAServerWithoutTls() {
    settings = with(settings, "PGSSLMODE", "require");
    assertFails("rejects this connection: The server does not support SSL");
  }

  @Test
  void changesNothingUntilItHasEveryPassword() throws IOException {
    Files.delete(folder.resolve("PURGE_PASSWORD_FILE"));
    assertFails("PURGE_PASSWORD_FILE is missing or cannot be read");
    Files.writeString(folder.resolve("PURGE_PASSWORD_FILE"), "\n");
    assertFails("PURGE_PASSWORD_FILE is empty");
    try (Session session = SERVER.superuser("postgres")) {
      assertThat(session.text("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'cofrap%'"))
          .isEqualTo("0");
    }
  }

  private String prepare() {
    Program program = Program.run(settings, "database", "prepare");
    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    return program.out();
  }

  private void assertFails(String... words) {
    Program program = Program.run(settings, "database", "prepare");
    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.err())
        .contains(words)
        .hasLineCount(1)
        .doesNotContain("planted", "Exception");
    assertThat(program.out()).doesNotContain("Prepared", "Nothing");
  }

  private void setPassword(String variable, String password) throws IOException {
    Path file = Files.writeString(folder.resolve(variable), password);
    settings = with(settings, variable, file.toString());
  }

  private void createAdministrator(String attributes) {
    try (Session session = SERVER.superuser("postgres")) {
      session.execute("CREATE ROLE admin LOGIN PASSWORD 'planted' " + attributes);
    }
    settings = with(with(settings, "PGUSER", ADMINISTRATOR), "PGPASSWORD", "planted");
  }

  private static String stored() {
    try (Session session = SERVER.superuser("postgres")) {
      return session.text(
          """
          SELECT string_agg(rolname || rolpassword, ',' ORDER BY rolname) FROM pg_authid
          WHERE rolname IN ('cofrap_app', 'cofrap_purge')
          """);
    }
  }

  private static String ownerOfUsers() {
    try (Session session = SERVER.superuser(DATABASE)) {
      return session.text("SELECT tableowner FROM pg_tables WHERE tablename = 'users'");
    }
  }

  private static String login(String role, String password) {
    try (Session session = SERVER.session(DATABASE, role, password)) {
      return session.text("SELECT current_user");
    }
  }

  private static String failureOf(String role, String password) {
    return catchThrowableOfType(Session.Refused.class, () -> login(role, password)).state();
  }
}
