package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A run of the script that has ended.
 *
 * @param calls the programs that it ran
 */
record Run(List<String> command, int status, String output, List<String> calls) {
  private static final String CHANGES =
      "create|upgrade|apply|push|docker run|delete|uninstall|faas-cli up";

  /** It ended with this status, and printed each of these texts. */
  Run expect(int expected, String... texts) {
    assertThat(status).as("%s ended with:%n%s", command, output).isEqualTo(expected);
    assertThat(texts).allSatisfy(text -> assertThat(output).contains(text));
    return this;
  }

  Run called(String pattern) {
    assertThat(calls).as("%s: %s", command, pattern).anyMatch(matching(pattern));
    return this;
  }

  Run neverCalled(String pattern) {
    assertThat(calls).as("%s: %s", command, pattern).noneMatch(matching(pattern));
    return this;
  }

  Run changedNothing() {
    return neverCalled(CHANGES);
  }

  private static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern).asPredicate();
  }
}
