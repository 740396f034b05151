package fr.cofrap.tests.pages;

import fr.cofrap.tests.api.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A request to the pages, whose path is sent as it is. */
record PageRequest(HttpRequest.Builder builder) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Api.HUNG)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  static PageRequest to(URI address) {
    return new PageRequest(HttpRequest.newBuilder(address).timeout(Api.HUNG));
  }

  PageRequest with(String header, String value) {
    builder.setHeader(header, value);
    return this;
  }

  /** One more line of the same header. */
  PageRequest andAlso(String header, String value) {
    builder.header(header, value);
    return this;
  }

  PageResponse get() {
    return send("GET", BodyPublishers.noBody());
  }

  PageResponse post(String body) {
    return send("POST", BodyPublishers.ofString(body));
  }

  PageResponse send(String method, BodyPublisher body) {
    try {
      HttpRequest request = builder.method(method, body).build();
      return PageResponse.of(CLIENT.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
