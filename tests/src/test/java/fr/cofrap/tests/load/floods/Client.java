package fr.cofrap.tests.load.floods;

import fr.cofrap.tests.Http;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends requests over connections of its own. */
final class Client {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Http.HUNG)
          .build();

  /**
   * Sends one request.
   *
   * @param due when it should have been sent, by {@link System#nanoTime()}: a response that is late
   *     because its request was late is late
   */
  Sample send(HttpRequest request, long due) {
    int status;
    try {
      status = http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      status = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      status = 0;
    }
    return new Sample(status, (System.nanoTime() - due) / 1e6);
  }
}
