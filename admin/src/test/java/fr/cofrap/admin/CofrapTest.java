package fr.cofrap.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CofrapTest {
  @ParameterizedTest
  @CsvSource({
    "--help, database",
    "-h, smoke",
    "database --help, PGSSLROOTCERT",
    "database prepare --help, Safe to repeat",
    "purge --help, SECRETS_DIR",
    "smoke --help, --gateway",
    "code --help, otpauth"
  })
  void describesEachCommand(String arguments, String words) {
    Program program = Program.run(Map.of(), arguments.split(" ", -1));
    assertThat(program.exitCode()).isZero();
    assertThat(program.out()).contains("Usage: cofrap", words);
    assertThat(program.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "drop",
        "database",
        "database drop",
        "database prepare --force",
        "purge all",
        "smoke"
      })
  void rejectsMisuseWithAUsageMessage(String arguments) {
    String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
    Program program = Program.run(Map.of(), words);
    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).contains("Usage: cofrap");
  }

  @Test
  void requiresACertificateInVerifyingModes() {
    assertThat(Program.run(Map.of(), "database", "prepare").err())
        .contains("PGSSLROOTCERT")
        .hasLineCount(1);
  }

  @Test
  void namesTheMissingSecret() {
    Program program = Program.run(Map.of("SECRETS_DIR", "/nowhere"), "purge");
    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.err()).contains("/nowhere/DB_PASSWORD").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PGPORT=70000", "PGPORT=x", "PGSSLMODE=prefer"})
  void namesTheAllowedValuesOfASetting(String setting) {
    String[] parts = setting.split("=", 2);
    Program program = Program.run(Map.of(parts[0], parts[1]), "database", "prepare");
    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.err()).contains(parts[0], parts[1], "must be").hasLineCount(1);
  }
}
