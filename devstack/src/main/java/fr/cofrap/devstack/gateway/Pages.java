package fr.cofrap.devstack.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;

/** The built pages. Without them, {@code /} explains in plain text what is here. */
final class Pages extends ResourceHandler {
  private static final String NO_PAGES =
      "COFRAP: the functions are at /function/NAME. There are no pages here yet.";

  private static final Map<String, String> TEXTS =
      Map.of(
          "html", "text/html",
          "js", "text/javascript",
          "css", "text/css",
          "svg", "image/svg+xml",
          "txt", "text/plain");

  private Pages() {}

  /**
   * @param frontend {@code frontend/}, with the pages in {@code dist/} once they are built
   * @param signUpClosed whether they should not offer to sign up
   */
  static Handler of(Path frontend, boolean signUpClosed) throws IOException {
    Path built = frontend.resolve("dist");
    ContextHandler context = new ContextHandler("/");
    if (Files.isDirectory(built)) {
      context.setBaseResourceAsPath(built.toRealPath());
      context.setHandler(compressed(new Pages()));
    } else {
      context.setHandler(notBuilt());
    }
    // No links, which may lead out of the folder.
    context.clearAliasChecks();
    TEXTS.forEach(
        (ending, type) -> context.getMimeTypes().addMimeMapping(ending, type + "; charset=utf-8"));
    return new SecurityHeaders(
        frontend.resolve("nginx/headers.conf"),
        new Handler.Sequence(new PageSettings(signUpClosed), context));
  }

  private static Handler compressed(Handler pages) {
    CompressionHandler handler = new CompressionHandler(pages);
    handler.putCompression(new GzipCompression());
    CompressionConfig.Builder texts = CompressionConfig.builder();
    TEXTS.values().forEach(texts::compressIncludeMimeType);
    handler.putConfiguration("/*", texts.build());
    return handler;
  }

  private static Handler notBuilt() {
    return new Handler.Abstract() {
      @Override
      public boolean handle(Request request, Response response, Callback callback) {
        if (!Request.getPathInContext(request).equals("/")) {
          return false;
        }
        PlainTextErrors.send(response, NO_PAGES, callback);
        return true;
      }
    };
  }

  /** Folders do not exist for clients, except for the one with the pages. */
  @Override
  protected HttpContent.Factory newHttpContentFactory(ByteBufferPool.Sized buffers) {
    HttpContent.Factory files = super.newHttpContentFactory(buffers);
    return path -> {
      HttpContent content = files.getContent(path);
      boolean folder = content != null && content.getResource().isDirectory();
      return folder && !path.equals("/") ? null : content;
    };
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
      Response.writeError(request, response, callback, 405, "Only GET and HEAD here.");
      return true;
    }
    // The build puts a hash of the content into the names of assets.
    boolean asset = Request.getPathInContext(request).startsWith("/assets/");
    response
        .getHeaders()
        .put(HttpHeader.CACHE_CONTROL, asset ? "public, max-age=31536000, immutable" : "no-store");
    return super.handle(request, response, callback);
  }
}
