package fr.cofrap.devstack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.devstack.TestRepository;
import fr.cofrap.devstack.process.FunctionLaunch;
import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionSettingsTest {
  private static final Set<String> NAMES = Set.of("CREDENTIAL_LIFETIME", "LOG_LEVEL", "OTP_ISSUER");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void setUp() {
    file = folder.resolve("settings");
  }

  @Test
  void takesNothingFromTheEnvironmentButSettings() throws IOException {
    FunctionSettings settings =
        of(Map.of("LOG_LEVEL", "FINE", "HTTP_PORT", "1", "DB_PORT", "2", "PATH", "/bin"));

    assertThat(settings.values()).containsExactly(Map.entry("LOG_LEVEL", "FINE"));
    assertThat(settings.origins()).containsExactly("  LOG_LEVEL=FINE   # set for this run");
  }

  @Test
  void keepsASettingUntilItIsSetAgain() throws IOException {
    of(Map.of("OTP_ISSUER", "H\u00F4pital = Nord", "CREDENTIAL_LIFETIME", "PT2M")).keep();

    FunctionSettings later = of(Map.of("CREDENTIAL_LIFETIME", "off"));
    later.keep();

    assertThat(later.values())
        .isEqualTo(Map.of("OTP_ISSUER", "H\u00F4pital = Nord", "CREDENTIAL_LIFETIME", "off"));
    assertThat(later.origins())
        .containsExactly(
            "  CREDENTIAL_LIFETIME=off   # set for this run",
            "  OTP_ISSUER=H\u00F4pital = Nord   # kept in " + file);
    assertThat(Files.readAllLines(file))
        .contains("CREDENTIAL_LIFETIME=off", "OTP_ISSUER=H\u00F4pital = Nord");
  }

  @Test
  void resetsASettingThatIsSetToNothing() throws IOException {
    of(Map.of("CREDENTIAL_LIFETIME", "PT2M")).keep();

    FunctionSettings reset = of(Map.of("CREDENTIAL_LIFETIME", " "));
    reset.keep();

    assertThat(reset.values()).isEmpty();
    assertThat(reset.origins()).containsExactly("  CREDENTIAL_LIFETIME   # reset to its default");
    assertThat(file).doesNotExist();
    assertThat(of(Map.of()).values()).isEmpty();
  }

  @Test
  void rejectsALineThatIsNotASetting() throws IOException {
    Files.writeString(file, "# a comment\n\nLOG_LEVEL=FINE\nLOGLEVEL=FINE\n");
    assertThatThrownBy(() -> of(Map.of()))
        .isInstanceOf(StartFailure.class)
        .hasMessageContainingAll(file.toString(), "LOGLEVEL=FINE");
  }

  @Test
  void rejectsALineBreakInAValue() {
    assertThatThrownBy(() -> of(Map.of("OTP_ISSUER", "a\nDB_POOL_SIZE=1")))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("OTP_ISSUER contains a line break");
  }

  @Test
  void reportsAWrongValueWithTheFunctionsOwnMessage() throws IOException {
    Path repository = TestRepository.in(folder.resolve("repository"));
    FunctionLaunch launch =
        new FunctionLaunch(
            "generate-password", repository, Map.of(), folder.resolve("log"), Optional.empty());
    of(Map.of("LOG_LEVEL", "right")).check(launch);
    FunctionSettings wrong = of(Map.of("LOG_LEVEL", "wrong"));
    assertThatThrownBy(() -> wrong.check(launch))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("LOG_LEVEL is \"wrong\"; it must be right");
  }

  private FunctionSettings of(Map<String, String> named) throws IOException {
    return FunctionSettings.of(NAMES, file, named);
  }
}
