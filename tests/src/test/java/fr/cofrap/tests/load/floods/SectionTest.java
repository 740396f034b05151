package fr.cofrap.tests.load.floods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectionTest {
  @Test
  void isAnAlignedTable() {
    Section section =
        new Section(
            "Logins",
            List.of("flood", "kept"),
            List.of(List.of("none", "1.00")),
            List.of(),
            List.of());

    assertThat(section.markdown())
        .isEqualTo(
            """
            ## Logins

            | flood | kept |
            | ----- | ---- |
            | none  | 1.00 |
            """);
  }

  @Test
  void listsNotesAndWhatIsBroken() {
    Section section =
        new Section(
            "Logins",
            List.of("flood"),
            List.of(),
            List.of("All logged in"),
            List.of("expected 1, found 2"));

    assertThat(section.markdown()).endsWith("\n\n- All logged in\n- BROKEN: expected 1, found 2\n");
  }

  @Test
  void whatCouldNotBeMeasuredKeepsNoPromise() {
    Section section =
        Section.unmeasured(
            "Logins", new AssertionError("A task failed", new IllegalStateException("too busy")));

    assertThat(section.broken()).containsExactly("java.lang.IllegalStateException: too busy");
  }
}
