package fr.cofrap.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;

/** The JDK's HTTP client as all tests use it: version 1.1, and no request is sent twice. */
public final class Http {
  static {
    // Shorter than what servers keep, so that no request meets a connection about to be closed.
    System.setProperty("jdk.httpclient.keepalive.timeout", "1");
    System.setProperty("jdk.httpclient.disableRetryConnect", "true");
  }

  /** Long enough for any machine: whatever takes longer is hung. */
  public static final Duration HUNG = Duration.ofSeconds(60);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(HUNG).build();

  private Http() {}

  public static <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> bodies) {
    try {
      return send(request, bodies);
    } catch (IOException e) {
      throw new UncheckedIOException(request + ": " + e.getMessage(), e);
    }
  }

  /** The same, for those who have to know when there was no response. */
  public static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> bodies)
      throws IOException {
    try {
      return CLIENT.send(request, bodies);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
