package fr.cofrap.tests.outage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Pause;
import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.contract.ValidInput;
import java.time.Duration;
import java.time.Instant;

/** Whether every function can serve. */
record Availability(Api api) {
  void assertUnavailable() {
    for (Operation operation : Operation.values()) {
      ApiResponse response = request(operation).expect(503, "unavailable");
      assertThat(response.retryAfter()).isBetween(1, 60);
    }
  }

  void await() {
    Instant end = Instant.now().plus(Api.HUNG);
    for (Operation operation : Operation.values()) {
      while (request(operation).status() == 503) {
        assertThat(Instant.now()).as("serves again").isBefore(end);
        Pause.of(Duration.ofMillis(100));
      }
    }
  }

  private ApiResponse request(Operation operation) {
    return api.impatient().call(operation, ValidInput.of(operation));
  }
}
