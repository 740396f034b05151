package fr.cofrap.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.openfaas.model.IResponse;
import fr.cofrap.Unavailable;
import fr.cofrap.http.ApiResponse;
import fr.cofrap.http.StubEndpoint;
import java.time.Duration;

/** The response to a request that makes a function do some work. */
final class ClientResponse {
  private ClientResponse() {}

  /**
   * The work results in a 503 that is the same for every reason: no SQLSTATE, message, table or row
   * of the database reaches the client.
   */
  static void assertServiceUnavailable(Runnable work) {
    IResponse response = responseTo(work);
    IResponse anyOutage =
        responseTo(() -> {
          throw new Unavailable("any reason", Duration.ofSeconds(2));
        });
    assertThat(response.getStatusCode()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("2");
    assertThat(response.getBody()).isEqualTo(anyOutage.getBody());
    assertThat(response.getHeaders()).isEqualTo(anyOutage.getHeaders());
  }

  private static IResponse responseTo(Runnable work) {
    return StubEndpoint.responseOf(body -> {
      work.run();
      return ApiResponse.success(200);
    });
  }
}
