package fr.cofrap.devstack.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the pages need to know of the service's settings: {@code /settings.json}. */
final class PageSettings extends Handler.Abstract {
  private final String json;

  PageSettings(boolean signUpClosed) {
    json = "{\"signUp\":\"" + (signUpClosed ? "closed" : "open") + "\"}\n";
  }

  /** The pages explain which methods are allowed. */
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    boolean read =
        HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
    if (!read || !"/settings.json".equals(request.getHttpURI().getCanonicalPath())) {
      return false;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(json.getBytes(UTF_8)), callback);
    return true;
  }
}
