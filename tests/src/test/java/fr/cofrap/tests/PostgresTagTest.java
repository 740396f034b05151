package fr.cofrap.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import fr.cofrap.devstack.Stack;
import fr.cofrap.devstack.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;

/**
 * {@code script/test unit} takes only seconds because it leaves out the tag {@code postgres}. Every
 * test that starts a PostgreSQL server, in any module and through any helper, must have that tag.
 */
final class PostgresTagTest {
  private static final Set<String> SERVERS =
      Set.of(
          "io.zonky.test.db.postgres.embedded.EmbeddedPostgres",
          PostgresServer.class.getName(),
          Stack.class.getName());

  @Test
  void everyTestThatStartsPostgresHasTheTag() throws IOException {
    List<JavaClass> onPostgres =
        testClasses()
            .filter(test -> test.getSimpleName().endsWith("Test"))
            .filter(test -> !test.isEquivalentTo(PostgresTagTest.class))
            .filter(PostgresTagTest::startsPostgres)
            .toList();

    assertThat(onPostgres).extracting(JavaClass::getSimpleName).contains("PostgresAccountsTest");
    assertThat(onPostgres)
        .filteredOn(test -> !hasTheTag(test))
        .extracting(JavaClass::getName)
        .as("tests that start PostgreSQL without @Tag(\"postgres\")")
        .isEmpty();
  }

  /** Each module by itself, because modules have classes of the same name. */
  private static Stream<JavaClass> testClasses() throws IOException {
    List<Path> modules;
    try (Stream<Path> folders = Files.list(Repository.root())) {
      modules = folders.toList();
    }
    return modules.stream()
        .map(module -> module.resolve("target/test-classes"))
        .filter(Files::exists)
        .map(classes -> new ClassFileImporter().importPath(classes))
        .flatMap(JavaClasses::stream);
  }

  /** Follows helpers, but not the code under test, which gets its database from the test. */
  private static boolean startsPostgres(JavaClass test) {
    Set<JavaClass> seen = new HashSet<>(Set.of(test));
    Deque<JavaClass> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      for (Dependency dependency : next.remove().getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        if (SERVERS.contains(target.getName())) {
          return true;
        }
        if (isTestCode(target) && seen.add(target)) {
          next.add(target);
        }
      }
    }
    return false;
  }

  private static boolean isTestCode(JavaClass type) {
    return type.getSource()
        .map(source -> source.getUri().toString().contains("/target/test-classes/"))
        .orElse(false);
  }

  private static boolean hasTheTag(JavaClass test) {
    return Stream.concat(Stream.of(test), test.getAllRawSuperclasses().stream())
        .flatMap(PostgresTagTest::tagsOf)
        .anyMatch(tag -> tag.value().equals("postgres"));
  }

  /** Two tags on one class are compiled into one annotation that contains them. */
  private static Stream<Tag> tagsOf(JavaClass type) {
    return Stream.concat(
        type.tryGetAnnotationOfType(Tag.class).stream(),
        type.tryGetAnnotationOfType(Tags.class).stream()
            .flatMap(tags -> Arrays.stream(tags.value())));
  }
}
