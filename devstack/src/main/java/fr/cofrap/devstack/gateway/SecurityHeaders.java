package fr.cofrap.devstack.gateway;

import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The headers that restrict what a page may do, from the one file that defines them. */
final class SecurityHeaders extends Handler.Wrapper {
  /** Other headers there depend on the request; nginx sets those from variables. */
  private static final Pattern CONSTANT = Pattern.compile("add_header (\\S+) \"(.+)\" always;");

  private final List<HttpField> headers;

  /**
   * Reads nginx's configuration.
   *
   * @throws StartFailure if it sets no Content-Security-Policy
   */
  SecurityHeaders(Path nginx, Handler pages) throws IOException {
    super(pages);
    headers =
        Files.readAllLines(nginx).stream()
            .map(CONSTANT::matcher)
            .filter(Matcher::matches)
            .map(header -> new HttpField(header.group(1), header.group(2)))
            .toList();
    if (headers.stream().noneMatch(header -> header.is("Content-Security-Policy"))) {
      throw new StartFailure(nginx + " sets no Content-Security-Policy");
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    headers.forEach(response.getHeaders()::put);
    return super.handle(request, response, callback);
  }
}
