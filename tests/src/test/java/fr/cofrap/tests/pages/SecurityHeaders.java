package fr.cofrap.tests.pages;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code frontend/nginx/headers.conf} promises of every response. */
final class SecurityHeaders {
  private static final Pattern CONSTANT = Pattern.compile("add_header (\\S+) \"(.+)\" always;");

  private SecurityHeaders() {}

  /** Those whose value does not depend on the request. */
  static Map<String, String> constant() {
    try {
      Map<String, String> headers =
          Files.readAllLines(Repository.root().resolve("frontend/nginx/headers.conf")).stream()
              .map(CONSTANT::matcher)
              .filter(Matcher::matches)
              .collect(toMap(header -> header.group(1), header -> header.group(2)));
      assertThat(headers).hasSize(5);
      return headers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
