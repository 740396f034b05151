package fr.cofrap.tests.openfaas;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How faas-cli reads {@code stack.yml}: it ignores keys that it does not know. */
@Tag("openfaas")
class StackFileTest {
  private static final Pattern SETTING =
      Pattern.compile("(?m)^ +([A-Z][A-Z0-9_]*): \"\\$\\{\\1:-}\"$");
  private static final String OF_THE_FILE = "SERVER OWNER TAG OPENFAAS_URL DB_HOST DB_PORT DB_NAME";

  private final FaasCli faasCli;
  private final List<String> settings;

  StackFileTest(@TempDir Path folder) throws IOException {
    faasCli = FaasCli.inCheckout(folder.resolve("checkout"));
    settings =
        SETTING
            .matcher(Files.readString(Repository.root().resolve("stack.yml")))
            .results()
            .map(match -> match.group(1))
            .toList();
  }

  @Test
  void faasCliReadsEverythingInIt() throws IOException {
    assertThat(generate("stack.yml", Map.of())).isEqualTo(expected());
  }

  @ParameterizedTest
  @CsvSource({
    "readonly_root_filesystem, readonly_root_filesystm",
    "'    secrets:',           '    secret:'",
    "'    limits:',            '    limit:'",
  })
  void aMistypedKeyMakesADifference(String key, String mistyped) throws IOException {
    assertThat(generate(faasCli.mistyped(key, mistyped), Map.of())).isNotEqualTo(expected());
  }

  @Test
  void everySettingReachesEveryFunctionWhateverItsValue() throws IOException {
    Map<String, String> values =
        settings.stream().collect(toMap(name -> name, _ -> "it's \\\"quoted\\\" #1"));

    String generated = generate("stack.yml", values);

    assertThat(settings).hasSizeGreaterThan(5);
    assertThat(settings)
        .allSatisfy(name ->
            assertThat(generated.lines())
                .filteredOn(("    " + name + ": 'it''s \"quoted\" #1'")::equals)
                .hasSize(3));
  }

  @Test
  void imagesAreNamedByTheEnvironment() {
    Map<String, String> names = Map.of("SERVER", "registry.example:443", "OWNER", "us", "TAG", "1");

    assertThat(generate("stack.yml", names))
        .contains("image: registry.example:443/us/authenticate-user:1\n");
  }

  /** Resources of Kubernetes; variables that are not given are empty, which is unset. */
  private String generate(String stack, Map<String, String> given) {
    Map<String, String> variables = new HashMap<>();
    Stream.concat(Stream.of(OF_THE_FILE.split(" ")), settings.stream())
        .forEach(name -> variables.put(name, ""));
    variables.putAll(given);
    return faasCli.command("generate", "-f", stack).with(variables).output();
  }

  private static String expected() throws IOException {
    Path file = Repository.root().resolve("tests/src/test/resources/stack.generated.yml");
    return Files.readString(file).stripTrailing();
  }
}
