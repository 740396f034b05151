package fr.cofrap.devstack.gateway;

import fr.cofrap.devstack.process.Replicas;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Forwards a request to a replica of its function, and the response back. Method, headers and body
 * stay as they are, except for headers that identify the client, or the request in the logs: only
 * this gateway sets these. OpenFaaS' gateway trusts clients that send them. The client's address is
 * appended to {@code X-Forwarded-For}, as the pages' nginx does on Kubernetes.
 */
final class FunctionProxy extends ProxyHandler {
  private static final int MAX_BODY_BYTES = 1 << 20;
  private static final String CALL_ID = "X-Call-Id";
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  /** Headers that would let a client pass for another one. */
  private static final Pattern NEVER_TRUSTED =
      Pattern.compile(
          "(?i)x-call-id|forwarded|x-forwarded-.*|x-original-forwarded-for|x-real-ip"
              + "|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip");

  /** Where a request is forwarded, and what with: an attribute until Jetty needs it. */
  private record Target(String function, HttpURI uri, BytesRequestContent body) {
    static Target of(Request request) {
      return (Target) request.getAttribute(Target.class.getName());
    }
  }

  private final Map<String, Replicas> functions;
  private final Duration timeLimit;

  /**
   * A handler for everything below the functions' path.
   *
   * @param timeLimit for the response of a function, from the request on
   */
  FunctionProxy(Map<String, Replicas> functions, Duration timeLimit) {
    this.functions = Map.copyOf(functions);
    this.timeLimit = timeLimit;
    setUseServerThreadPool(true);
    setViaHost("unused");
  }

  @Override
  protected void configureHttpClient(HttpClient client) {
    super.configureHttpClient(client);
    client.setUserAgentField(null);
    client.setConnectTimeout(5_000);
    client.setMaxConnectionsPerDestination(1024);
    // Functions close idle connections after 30 s. A POST that is sent at that moment is lost,
    // because it must not be sent twice.
    client.setIdleTimeout(5_000);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String[] path = request.getHttpURI().getPath().split("/", 4);
    String function = path.length > 2 ? path[2] : "";
    Replicas replicas = functions.get(function);
    if (replicas == null) {
      Response.writeError(request, response, callback, 404, "error finding function " + function);
      return true;
    }
    Optional<URI> replica = replicas.next();
    if (replica.isEmpty()) {
      Response.writeError(
          request, response, callback, 503, "No endpoints available for: " + function + ".");
      return true;
    }
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(MAX_BODY_BYTES + 1);
      if (body.length > MAX_BODY_BYTES) {
        // Keeps reading for a while: a client that is still sending would not see the response.
        in.skip(16L * MAX_BODY_BYTES);
        String reason = "The body is longer than " + MAX_BODY_BYTES + " bytes.";
        Response.writeError(request, response, callback, 413, reason);
        return true;
      }
      HttpURI target =
          HttpURI.build(replica.get())
              .path("/" + (path.length > 3 ? path[3] : ""))
              .query(request.getHttpURI().getQuery());
      String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
      request.setAttribute(
          Target.class.getName(),
          new Target(function, target, new BytesRequestContent(type, body)));
    } catch (IOException gone) {
      Response.writeError(request, response, callback, 400, "The body ended early.");
      return true;
    }
    return super.handle(withoutExpectation(request), response, callback);
  }

  /** The body has been read, which let the client continue. */
  private static Request withoutExpectation(Request request) {
    HttpFields headers =
        HttpFields.build(request.getHeaders()).remove(HttpHeader.EXPECT).asImmutable();
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return headers;
      }
    };
  }

  @Override
  protected HttpURI rewriteHttpURI(Request request) {
    return Target.of(request).uri();
  }

  /**
   * Jetty's client sends methods in upper case, but they are case-sensitive (RFC 9110, section
   * 9.1): one that only resembles POST must not become POST.
   */
  @Override
  protected org.eclipse.jetty.client.Request newProxyToServerRequest(Request request, HttpURI uri) {
    String method = request.getMethod();
    boolean same = method.equals(method.toUpperCase(Locale.ROOT));
    return super.newProxyToServerRequest(request, uri)
        .method(same ? method : "NOT-" + method)
        // A connection that waits for a response is not idle.
        .idleTimeout(0, TimeUnit.SECONDS)
        .timeout(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  protected org.eclipse.jetty.client.Request.Content newProxyToServerRequestContent(
      Request request, Response response, org.eclipse.jetty.client.Request forwarded) {
    return Target.of(request).body();
  }

  @Override
  protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request forwarded) {
    List<String> chain = new ArrayList<>(request.getHeaders().getValuesList(FORWARDED_FOR));
    chain.add(Request.getRemoteAddr(request) + ":" + Request.getRemotePort(request));
    String host = request.getHeaders().get(HttpHeader.HOST);
    forwarded.headers(headers -> {
      List.copyOf(headers.getFieldNamesCollection()).stream()
          .filter(name -> NEVER_TRUSTED.matcher(name).matches())
          .forEach(headers::remove);
      headers.remove(HttpHeader.HOST);
      headers.put(FORWARDED_FOR, String.join(", ", chain));
      headers.put("X-Forwarded-Host", host);
      headers.put(CALL_ID, UUID.randomUUID().toString());
    });
  }

  @Override
  protected org.eclipse.jetty.client.Response.CompleteListener newServerToProxyResponseListener(
      Request request,
      org.eclipse.jetty.client.Request forwarded,
      Response response,
      Callback callback) {
    response.getHeaders().put(CALL_ID, forwarded.getHeaders().get(CALL_ID));
    return new ProxyResponseListener(request, forwarded, response, callback) {
      @Override
      public void onHeaders(org.eclipse.jetty.client.Response received) {
        super.onHeaders(received);
        addContentType(request.getHeaders(), response.getHeaders());
      }
    };
  }

  /** A response without a type gets that of the request, or text, as with OpenFaaS. */
  private static void addContentType(HttpFields request, HttpFields.Mutable response) {
    if (!response.contains(HttpHeader.CONTENT_TYPE)) {
      String type = request.get(HttpHeader.CONTENT_TYPE);
      response.put(HttpHeader.CONTENT_TYPE, type == null ? "text/plain" : type);
    }
  }

  @Override
  protected void onServerToProxyResponseFailure(
      Request request,
      org.eclipse.jetty.client.Request forwarded,
      org.eclipse.jetty.client.Response received,
      Response response,
      Callback callback,
      Throwable failure) {
    int status =
        failure instanceof TimeoutException
            ? HttpStatus.GATEWAY_TIMEOUT_504
            : HttpStatus.BAD_GATEWAY_502;
    String reason = "Can't reach service for: " + Target.of(request).function() + ".";
    Response.writeError(request, response, callback, status, reason);
  }
}
