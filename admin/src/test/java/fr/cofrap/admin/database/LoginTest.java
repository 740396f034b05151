package fr.cofrap.admin.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoginTest {
  private static final String PASSWORD_FILE = "org.postgresql.pgpassfile";

  @TempDir private Path folder;

  @BeforeEach
  void writeThePasswordFile() throws IOException {
    Path file = Files.writeString(folder.resolve("pgpass"), "10.0.0.5:5433:main:admin:planted\n");
    System.setProperty(PASSWORD_FILE, file.toString());
  }

  @AfterEach
  void forgetThePasswordFile() {
    System.clearProperty(PASSWORD_FILE);
  }

  @Test
  void findsThePasswordByTheServersOwnName() {
    assertThat(login("").verifiedAs("db.internal").getPassword()).isEqualTo("planted");
  }

  @Test
  void givesPrecedenceToThePasswordOfTheEnvironment() {
    assertThat(login("given").verifiedAs("db.internal").getPassword()).isEqualTo("given");
  }

  private static Login login(String password) {
    return new Login("10.0.0.5", 5433, "main", "admin", password, "require", Optional.empty());
  }
}
