package fr.cofrap.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import fr.cofrap.tests.docker.StackFile;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A function's own module holds its handler: it composes a flow, and knows no adapter. */
@Tag("one-machine")
class HandlerArchitectureTest {
  private static final ArchRule COMPOSES_A_FLOW =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.time..",
              "java.util..",
              "org.jspecify..",
              "com.openfaas.function",
              "com.openfaas.model",
              "fr.cofrap",
              "fr.cofrap.account",
              "fr.cofrap.config",
              "fr.cofrap.enrollment",
              "fr.cofrap.http",
              "fr.cofrap.login",
              "fr.cofrap.password",
              "fr.cofrap.qr",
              "fr.cofrap.source",
              "fr.cofrap.ticket",
              "fr.cofrap.totp");

  static Stream<String> functions() {
    return StackFile.read().functions().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aHandlerComposesAFlow(String function) throws URISyntaxException {
    Path classes = Repository.root().resolve(function).resolve(buildFolder()).resolve("classes");

    JavaClasses handler = new ClassFileImporter().importPath(classes);

    assertThat(handler).isNotEmpty();
    COMPOSES_A_FLOW.check(handler);
  }

  /** Every module is built into a folder of the same name. */
  private static Path buildFolder() throws URISyntaxException {
    Path testClasses =
        Path.of(
            HandlerArchitectureTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    return Repository.root().resolve("tests").relativize(testClasses.getParent());
  }
}
