package fr.cofrap.config;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.runtime.RuntimeSettings;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A setting has the same name in the code that reads it, in stack.yml and in its documentation. */
final class SettingNamesTest {
  private static final Path REPOSITORY = Path.of("..");

  /** The settings as the deployment scripts read them from stack.yml. */
  private static final Pattern IN_STACK =
      Pattern.compile("(?m)^ +([A-Z][A-Z0-9_]*): \"\\$\\{\\1:-}\"$");

  private static final Set<String> OF_THE_DEPLOYMENT =
      Set.of(
          "DB_HOST",
          "DB_NAME",
          "DB_PORT",
          "DB_SSLMODE",
          "DB_SSLROOTCERT",
          "DB_USER",
          "HTTP_ADDRESS",
          "HTTP_PORT",
          "LOCK_FILE",
          "SECRETS_DIR");

  private static final Pattern IN_TABLE = Pattern.compile("`([A-Z][A-Z0-9_]*)`");

  @TempDir Path secrets;

  static Set<String> settings() throws IOException {
    return IN_STACK
        .matcher(Files.readString(REPOSITORY.resolve("stack.yml")))
        .results()
        .map(match -> match.group(1))
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void stackYmlPassesEverySettingThatFunctionsRead() throws Exception {
    assertThat(settings()).isEqualTo(namesRead());
  }

  @Test
  void everySettingIsDocumented() throws IOException {
    Set<String> documented =
        Files.readAllLines(REPOSITORY.resolve("docs/settings.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(0, line.indexOf('|', 1)))
            .flatMap(names -> IN_TABLE.matcher(names).results().map(match -> match.group(1)))
            .collect(toCollection(TreeSet::new));

    assertThat(documented).containsAll(settings());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void rejectsAnInvalidValueWithTheFunctionsOwnMessage(String name) {
    assertThat(SettingsCheck.problems(Map.of(name, "so:wrong")))
        .singleElement()
        .asString()
        .startsWith(name)
        .contains("so:wrong");
  }

  @Test
  void reportsEveryInvalidValue() {
    assertThat(
            SettingsCheck.problems(
                Map.of("LOG_LEVEL", "info", "OTP_ISSUER", "a:b", "HASH_THREADS", "1", "HOME", "")))
        .containsExactly(
            "LOG_LEVEL=info is not allowed: use one of [SEVERE, WARNING, INFO, FINE, FINER, FINEST]",
            "OTP_ISSUER is \"a:b\"; it must be 1 to 64 characters without a colon");
  }

  @ParameterizedTest
  @MethodSource("settings")
  void treatsAnEmptyValueAsTheDefault(String name) {
    assertThat(SettingsCheck.problems(Map.of(name, ""))).isEmpty();
  }

  /** What a function reads from its environment, except what the deployment sets itself. */
  private Set<String> namesRead() throws IOException, ReflectiveOperationException {
    Set<String> names = new TreeSet<>();
    Map<String, String> environment = recording(names);
    RuntimeSettings.from(environment);
    Settings settings = new Settings(environment);
    for (Method reader : Settings.class.getDeclaredMethods()) {
      if (reader.getParameterCount() == 0 && !reader.isSynthetic()) {
        reader.invoke(settings);
      }
    }
    names.removeAll(OF_THE_DEPLOYMENT);
    return names;
  }

  private Map<String, String> recording(Set<String> names) throws IOException {
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    for (String secret :
        List.of(
            "DB_PASSWORD", "DB_CA_CERT", "FINGERPRINT_KEY_B64", "MFA_KEY_B64", "TICKET_KEY_B64")) {
      Files.writeString(secrets.resolve(secret), key);
    }
    return new AbstractMap<>() {
      @Override
      public String get(Object name) {
        names.add((String) name);
        return name.equals("SECRETS_DIR") ? secrets.toString() : "";
      }

      @Override
      public Set<Entry<String, String>> entrySet() {
        throw new UnsupportedOperationException("only by name");
      }
    };
  }
}
