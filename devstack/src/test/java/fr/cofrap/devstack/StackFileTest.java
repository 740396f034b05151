package fr.cofrap.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFileTest {
  @Test
  void listsTheFunctionsWithTheirSecretsAndSettings(@TempDir Path repository) throws IOException {
    Files.writeString(
        repository.resolve("stack.yml"),
        """
        functions:
          one:
            secrets: [first, second]
            environment: &environment
              DB_HOST: ${DB_HOST:-localhost}
              LOG_LEVEL: "${LOG_LEVEL:-}"
              OTHER: "${LOG_LEVEL:-}"
            labels: &labels
              app.kubernetes.io/part-of: cofrap
          two:
            secrets:
              - third
            environment: *environment
            labels: *labels
          stranger:
            secrets: [fourth]
            environment:
              UNKNOWN: "${UNKNOWN:-}"
        """);

    StackFile file = StackFile.in(repository);

    assertThat(file.functions())
        .extracting(StackFile.Function::name, StackFile.Function::secrets)
        .containsExactly(tuple("one", Set.of("first", "second")), tuple("two", Set.of("third")));
    assertThat(file.settings()).containsExactly("LOG_LEVEL");
  }

  @Test
  void readsTheOneOfThisRepository() throws IOException {
    StackFile file = StackFile.in(Path.of(".."));

    assertThat(file.functions())
        .extracting(StackFile.Function::name)
        .containsExactly("generate-password", "generate-2fa", "authenticate-user");
    assertThat(file.settings())
        .contains("CREDENTIAL_LIFETIME", "LOG_LEVEL")
        .doesNotContain("DB_HOST");
  }
}
