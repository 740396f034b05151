package fr.cofrap.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "fr.cofrap.runtime",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  /** Every dependency of the runtime ends up in every function's image and on its class path. */
  @ArchTest
  static final ArchRule NEEDS_THE_JDK_AND_OPENFAAS_ONLY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.sun.net.httpserver..",
              "com.openfaas.model..",
              "com.openfaas.entrypoint..",
              "org.jspecify..",
              "fr.cofrap.runtime..");
}
