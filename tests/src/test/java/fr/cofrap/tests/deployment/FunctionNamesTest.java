package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.docker.Program;
import fr.cofrap.tests.docker.StackFile;
import org.junit.jupiter.api.Test;

/** The scripts know the functions by their folders, because a shell cannot read YAML. */
final class FunctionNamesTest {
  @Test
  void foldersWithAHandlerAreTheFunctionsOfStackYml() {
    String names = Program.of("script/functions").in(Repository.root()).output();
    assertThat(names.lines()).containsExactlyInAnyOrderElementsOf(StackFile.read().functions());
  }
}
