package fr.cofrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SECURITY.md states each limit as it is in the code, and each default as in settings.md. */
final class DocumentedLimitsTest {
  private static final Path REPOSITORY = Path.of("..");
  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("fr.cofrap");
  private static final Pattern ROW = Pattern.compile("\\| (.*?) \\| (.*?) \\| (.*?) \\|");
  private static final Pattern CONSTANT = Pattern.compile("`(?:(\\w+)\\.)?([A-Z_]+)`");
  private static final Pattern AMOUNT = Pattern.compile("(\\d+)(?: (second|minute|hour)s\\b)?");

  /** A row of the table: what is limited, the limit in words, and where it is set. */
  record Limit(String what, String words, String where) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Limit> constants() throws IOException {
    return rows().filter(limit -> limit.where().matches("`.*"));
  }

  static Stream<Limit> settings() throws IOException {
    return rows()
        .filter(limit -> limit.where().startsWith("setting "))
        .filter(limit -> !limit.where().endsWith("of the pages"));
  }

  private static Stream<Limit> rows() throws IOException {
    String document = Files.readString(REPOSITORY.resolve("SECURITY.md"));
    return ROW.matcher(section(document, "| what | limit | constant |\n|---|---|---|\n"))
        .results()
        .map(row -> new Limit(row.group(1), row.group(2), row.group(3)));
  }

  private static String section(String document, String header) {
    int begin = document.indexOf(header) + header.length();
    return document.substring(begin, document.indexOf("\n\n", begin));
  }

  @ParameterizedTest
  @MethodSource("constants")
  void isTheConstant(Limit limit) throws ReflectiveOperationException {
    Matcher names = CONSTANT.matcher(limit.where());
    Matcher amounts = AMOUNT.matcher(limit.words());
    List<Object> documented = new ArrayList<>();
    List<Object> actual = new ArrayList<>();
    String owner = "";
    while (names.find()) {
      owner = names.group(1) == null ? owner : names.group(1);
      actual.add(constant(owner, names.group(2)));
      assertThat(amounts.find()).as("an amount for " + names.group()).isTrue();
      documented.add(amount(amounts));
    }
    assertThat(documented).isNotEmpty().isEqualTo(actual);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void isTheDefaultOfTheSetting(Limit limit) throws IOException {
    Matcher name = CONSTANT.matcher(limit.where());
    Matcher amount = AMOUNT.matcher(limit.words());
    assertThat(name.find() && amount.find()).isTrue();
    assertThat(Files.readString(REPOSITORY.resolve("docs/settings.md")))
        .contains("| `%s` | `%s` |".formatted(name.group(2), amount.group(1)));
  }

  private static Object amount(Matcher amount) {
    long number = Long.parseLong(amount.group(1));
    return switch (String.valueOf(amount.group(2))) {
      case "second" -> Duration.ofSeconds(number);
      case "minute" -> Duration.ofMinutes(number);
      case "hour" -> Duration.ofHours(number);
      default -> Math.toIntExact(number);
    };
  }

  private static Object constant(String owner, String name) throws ReflectiveOperationException {
    JavaClass found =
        CLASSES.stream()
            .filter(candidate -> candidate.getSimpleName().equals(owner))
            .findFirst()
            .orElseThrow(() -> new AssertionError("there is no class " + owner));
    Field field = Class.forName(found.getName()).getDeclaredField(name);
    field.setAccessible(true);
    return field.get(null);
  }
}
