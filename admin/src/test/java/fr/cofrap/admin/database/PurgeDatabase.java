package fr.cofrap.admin.database;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.admin.Environment;
import fr.cofrap.admin.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A database as {@code prepare} leaves it, for all tests of its content. Stops when the JVM exits.
 */
public final class PurgeDatabase {
  static final String PASSWORD = "right";
  private static final String NAME = "cofrap";
  private static final TestServer SERVER = prepared();

  private PurgeDatabase() {}

  static Session asSuperuser() {
    return SERVER.superuser(NAME);
  }

  static Session asApp() {
    return SERVER.session(NAME, "cofrap_app", PASSWORD);
  }

  static Session asPurge() {
    return SERVER.session(NAME, "cofrap_purge", PASSWORD);
  }

  /** The variables that name it and its administrator. */
  public static Map<String, String> asAdministrator() {
    return SERVER.asAdministrator("postgres", "", NAME);
  }

  static Administration administration() {
    return Administration.of(new Environment(asAdministrator()));
  }

  /** Removes every user. */
  public static void empty() {
    try (Session session = asSuperuser()) {
      session.execute("TRUNCATE users, pending_credentials, code_attempts");
    }
  }

  static Program purge() {
    return purge(PASSWORD);
  }

  static Program purge(String password) {
    Path secrets = folderWith(password);
    return Program.run(
        Map.of(
            "DB_HOST",
            "127.0.0.1",
            "DB_PORT",
            Integer.toString(SERVER.port()),
            "DB_SSLMODE",
            "disable",
            "SECRETS_DIR",
            secrets.toString()),
        "purge");
  }

  private static TestServer prepared() {
    TestServer server = TestServer.start();
    String file = folderWith(PASSWORD).resolve("DB_PASSWORD").toString();
    Map<String, String> settings = server.asAdministrator("postgres", "", NAME);
    settings = Program.with(settings, "APP_PASSWORD_FILE", file);
    settings = Program.with(settings, "PURGE_PASSWORD_FILE", file);
    assertThat(Program.run(settings, "database", "prepare").err()).isEmpty();
    return server;
  }

  private static Path folderWith(String password) {
    try {
      Path folder = Files.createTempDirectory("secrets");
      folder.toFile().deleteOnExit();
      Path file = Files.writeString(folder.resolve("DB_PASSWORD"), password + "\n");
      file.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
