package fr.cofrap.devstack;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "fr.cofrap.devstack",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  /**
   * Each package is a slice, the one on top too: it knows the others, and none of them knows it.
   */
  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("fr.cofrap.(**)").should().beFreeOfCycles();
}
