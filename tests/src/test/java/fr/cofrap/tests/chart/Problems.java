package fr.cofrap.tests.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that is not as expected, not only the first difference. */
final class Problems {
  private final List<String> found = new ArrayList<>();

  void expect(String what, @Nullable Object actual, Object expected) {
    if (!Objects.equals(actual, expected)) {
      found.add("%s: expected %s, found %s".formatted(what, expected, actual));
    }
  }

  List<String> found() {
    return List.copyOf(found);
  }
}
