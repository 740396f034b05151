package fr.cofrap.tests.load.floods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.tests.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void everythingIsMeasuredAtLengthUnlessSomethingElseIsAskedFor() {
    assertThat(Options.of(List.of())).extracting(Options::pace).isEqualTo(Pace.FULL);
    assertThat(Options.of(List.of()).scenarios()).containsExactly(Scenario.values());
    assertThat(Options.of(List.of("--quick")).scenarios()).containsExactly(Scenario.values());
    assertThat(Options.of(List.of("--quick")).pace()).isEqualTo(Pace.QUICK);
  }

  @Test
  void theScenarioThatSpoilsOthersIsTheLastOne() {
    assertThat(Options.of(List.of("lost-key", "half")).scenarios())
        .containsExactly(Scenario.HALF, Scenario.LOST_KEY);
  }

  @Test
  void rejectsAnUnknownWordAndListsTheKnownOnes() {
    assertThatThrownBy(() -> Options.of(List.of("halve")))
        .hasMessage(
            "unknown scenario 'halve'; choose from: "
                + "[half, limit, connections, nginx, kinds, rotation, lost-key]");
  }

  @Test
  void theScriptExplainsEachScenario() throws IOException {
    String script = Files.readString(Repository.root().resolve("script/test-floods"));

    for (Scenario scenario : Scenario.values()) {
      assertThat(script).containsPattern("(?m)^  " + scenario + "  +\\w");
    }
  }
}
