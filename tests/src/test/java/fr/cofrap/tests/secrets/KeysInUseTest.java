package fr.cofrap.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.installation.OneMachine;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.user.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The query by which {@code rotate --drop-old} decides which keys rows still need. */
@Tag("postgres")
@Tag("one-machine")
@ExtendWith(SharedInstallation.class)
class KeysInUseTest {
  private static final Pattern QUERY = Pattern.compile("(?s)<<'SQL'[^\n]*\n(.*?)\nSQL\n");
  private static final String PLANTED = "0123456789abcdef";

  private final OneMachine installation;

  KeysInUseTest(OneMachine installation) {
    this.installation = installation;
  }

  /** One of each kind of row: in force, to be renewed, and without an authenticator. */
  @ParameterizedTest
  @CsvSource({
    "users, mfa",
    "users, fingerprint",
    "pending_credentials, mfa",
    "pending_credentials, fingerprint"
  })
  void aKeyIsInUseAsLongAsARowNamesIt(String table, String column) {
    Person person = Person.unknownTo(installation.api());
    String ticket = person.logInAndAskForRenewal(person.enroll()).expect(200).text("renewalTicket");
    person.renewWith(ticket);
    Person.unknownTo(installation.api()).signUp();
    assertThat(keysInUse()).doesNotContain(PLANTED);

    String row = table + " WHERE username = '" + person.username() + "'";
    String stored = text("SELECT " + column + " FROM " + row);
    try {
      set(row, column, stored.replaceFirst("[0-9a-f]{16}(?=[.:])", PLANTED));
      assertThat(keysInUse()).contains(PLANTED);
    } finally {
      set(row, column, stored);
    }
    assertThat(keysInUse()).doesNotContain(PLANTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MFA_KEY_B64", "FINGERPRINT_KEY_B64"})
  void theCurrentKeysAreInUse(String file) throws IOException {
    Person.unknownTo(installation.api()).enroll();
    Path keys =
        installation.files("secrets").stream()
            .filter(path -> path.endsWith(file))
            .findFirst()
            .orElseThrow();
    assertThat(keysInUse()).contains(Keys.id(Keys.of(Files.readString(keys)).getFirst()));
  }

  private String keysInUse() {
    Matcher query = QUERY.matcher(script());
    assertThat(query.find()).isTrue();
    return text(query.group(1));
  }

  private static String script() {
    try {
      return Files.readString(Repository.root().resolve("sealed-secrets/rotate"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void set(String row, String column, String value) {
    String[] parts = row.split(" ", 2);
    execute("UPDATE %s SET %s = '%s' %s".formatted(parts[0], column, value, parts[1]));
  }

  private void execute(String sql) {
    try (Connection connection = installation.database().owner().getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(String sql) {
    try (Connection connection = installation.database().owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
