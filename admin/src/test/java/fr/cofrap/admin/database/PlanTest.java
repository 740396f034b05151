package fr.cofrap.admin.database;

import static fr.cofrap.admin.Program.with;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.admin.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code database plan}: prints what {@code prepare} would do, and changes nothing. */
@Tag("postgres")
final class PlanTest {
  private static final TestServer SERVER = TestServer.start();

  @TempDir private Path folder;
  private Map<String, String> settings = Map.of();

  @AfterAll
  static void stop() throws IOException {
    SERVER.close();
  }

  @BeforeEach
  void namePasswordFile() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "right");
    settings =
        with(
            SERVER.asAdministrator("postgres", "", "planned"),
            "APP_PASSWORD_FILE",
            file.toString());
  }

  @AfterEach
  void dropEverything() {
    try (Session session = SERVER.superuser("postgres")) {
      session.execute("DROP DATABASE IF EXISTS planned WITH (FORCE)");
      session.execute("DROP ROLE IF EXISTS cofrap_app, cofrap_purge, cofrap_owner");
    }
  }

  @Test
  void announcesWhatPrepareThenDoes() {
    assertThat(plan())
        .isEqualTo(
            """
            database planned: will be created
            roles: will create cofrap_owner, cofrap_app, cofrap_purge
            schema: will apply every migration
            password of cofrap_app: will be set
            password of cofrap_purge: unchanged, because PURGE_PASSWORD_FILE is not set
            pg_hba.conf needs this line, with the addresses that the nodes connect from:
              hostssl  planned  cofrap_app,cofrap_purge  ADDRESSES  scram-sha-256
            """);
    assertThat(databases()).doesNotContain("planned");
    assertThat(roles()).isEqualTo("0");

    assertThat(Program.run(settings, "database", "prepare").exitCode()).isZero();

    assertThat(plan())
        .startsWith(
            """
            database planned: exists
            roles: exist
            schema: up to date
            password of cofrap_app: already set
            """);
    try (Session session = SERVER.superuser("planned")) {
      session.execute(
          """
          DELETE FROM flyway_schema_history
          WHERE installed_rank = (SELECT max(installed_rank) FROM flyway_schema_history)
          """);
    }
    assertThat(plan()).contains("schema: will apply migrations: 1");
  }

  /** An operator may have created the others. */
  @Test
  void announcesOnlyTheRolesThatAreMissing() {
    try (Session session = SERVER.superuser("postgres")) {
      session.execute("CREATE DATABASE planned");
      session.execute("CREATE ROLE cofrap_app LOGIN");
    }
    assertThat(plan())
        .startsWith(
            """
            database planned: exists
            roles: will create cofrap_owner, cofrap_purge
            schema: will apply every migration
            """);
    assertThat(Program.run(settings, "database", "prepare").out())
        .contains("roles: created cofrap_owner, cofrap_purge\n");
    assertThat(plan()).contains("roles: exist\n", "password of cofrap_app: already set\n");
  }

  private String plan() {
    Program program = Program.run(settings, "database", "plan");
    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    return program.out();
  }

  private static String databases() {
    try (Session session = SERVER.superuser("postgres")) {
      return session.text("SELECT string_agg(datname, ',') FROM pg_database");
    }
  }

  private static String roles() {
    try (Session session = SERVER.superuser("postgres")) {
      return session.text("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'cofrap%'");
    }
  }
}
