package fr.cofrap.devstack.gateway;

import com.sun.net.httpserver.Headers;
import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The headers that restrict what a page may do, from the one file that defines them. */
public record SecurityHeaders(Map<String, String> values) {
  /** Other headers there depend on the request; nginx sets those from variables. */
  private static final Pattern CONSTANT = Pattern.compile("add_header (\\S+) \"(.+)\" always;");

  /**
   * Reads nginx's configuration.
   *
   * @param nginx {@code frontend/nginx/headers.conf}
   * @throws StartFailure if it sets no Content-Security-Policy
   */
  public static SecurityHeaders in(Path nginx) throws IOException {
    List<String> lines = Files.readAllLines(nginx);
    Map<String, String> values =
        lines.stream()
            .map(CONSTANT::matcher)
            .filter(Matcher::matches)
            .collect(Collectors.toMap(header -> header.group(1), header -> header.group(2)));
    if (!values.containsKey("Content-Security-Policy")) {
      throw new StartFailure(nginx + " sets no Content-Security-Policy");
    }
    return new SecurityHeaders(Map.copyOf(values));
  }

  public void addTo(Headers headers) {
    values.forEach(headers::set);
  }
}
