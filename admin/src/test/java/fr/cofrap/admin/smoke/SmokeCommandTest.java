package fr.cofrap.admin.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.admin.Program;
import fr.cofrap.admin.database.CredentialSet;
import fr.cofrap.admin.database.PurgeDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The account exists from the login until the command ends. */
@Tag("postgres")
final class SmokeCommandTest {
  private final ScriptedService functions = new ScriptedService();
  private final List<CredentialSet> stored = new CopyOnWriteArrayList<>();

  @BeforeEach
  void empty() {
    PurgeDatabase.empty();
  }

  @AfterEach
  void stop() {
    functions.close();
  }

  @ParameterizedTest
  @CsvSource({"200, 0", "401, 1"})
  void removesItsAccountWhateverTheLoginsResponse(int status, int exitCode) {
    functions.respond("authenticate-user", status);
    functions.before("authenticate-user", () -> stored.add(CredentialSet.active(username())));

    Program smoke =
        Program.run(
            PurgeDatabase.asAdministrator(), "smoke", "--gateway", functions.address().toString());

    assertThat(smoke.exitCode()).as(smoke.err()).isEqualTo(exitCode);
    assertThat(username()).startsWith("smoke-");
    assertThat(stored).hasSize(1).noneMatch(CredentialSet::isActive);
  }

  private String username() {
    return new Response(201, functions.bodies("generate-password").getFirst()).text("username");
  }
}
