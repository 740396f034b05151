package fr.cofrap.tests.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.docker.FunctionLaunch;
import fr.cofrap.tests.installation.OpenFaas;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.openfaas.Gateway;
import fr.cofrap.tests.openfaas.Pod;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What of-watchdog does with too many requests at once, and with one that takes too long. */
@Tag("postgres")
@Tag("openfaas")
@ExtendWith(SharedInstallation.class)
class InFlightLimitTest {
  private static final int LIMIT = 200;
  private static final int TOO_MANY = LIMIT + 30;
  private static final int WAITING = 180;
  private static final String SERVED = "200 text/plain; charset=utf-8";
  private static final String REFUSED = "429 text/plain";

  /** So long that even on a busy machine all are in flight before the first one ends. */
  private static final Duration EACH = Duration.ofSeconds(25);

  /** Less, because the gateway's time limit includes the wait for a replica. */
  private static final Duration EACH_AFTER_WAITING = Duration.ofSeconds(12);

  private final Gateway gateway;
  private final FunctionLaunch launch;
  private final FunctionLaunch patient;

  InFlightLimitTest(OpenFaas installation) {
    gateway = installation.gateway();
    launch = installation.slowLaunch();
    patient = OpenFaas.patient(launch);
  }

  @Test
  void refusesWhatExceedsTheLimit() throws Exception {
    assertThat(outcomesAtOnce("limited", patient))
        .isEqualTo(Map.of(SERVED, LIMIT, REFUSED, TOO_MANY - LIMIT));
  }

  /** Otherwise {@link #refusesWhatExceedsTheLimit} would prove nothing. */
  @Test
  void rejectsNothingWithoutALimit() throws Exception {
    assertThat(outcomesAtOnce("unlimited", patient.with("--env=max_inflight=0")))
        .isEqualTo(Map.of(SERVED, TOO_MANY));
  }

  /** The gateway releases all of them to the first replica at the same moment. */
  @Test
  void theFirstReplicaServesAllThatWaitedForIt() throws Exception {
    assertThat(outcomesOfWaiting("awaited", patient)).isEqualTo(Map.of(SERVED, WAITING));
  }

  /** Otherwise {@link #theFirstReplicaServesAllThatWaitedForIt} would prove nothing. */
  @Test
  void aLowerLimitRefusesSomeThatWaited() throws Exception {
    assertThat(outcomesOfWaiting("crowded", patient.with("--env=max_inflight=100")))
        .isEqualTo(Map.of(SERVED, 100, REFUSED, WAITING - 100));
  }

  @Test
  void aRequestThatTakesTooLongIsAGatewayTimeout() {
    try (Pod _ = gateway.start("late", launch)) {
      HttpResponse<String> response = gateway.post("late", Long.toString(EACH.toSeconds()));

      assertThat(response.statusCode()).isEqualTo(504);
    }
  }

  private Map<String, Integer> outcomesAtOnce(String function, FunctionLaunch launch)
      throws Exception {
    try (Pod _ = gateway.start(function, launch);
        SlowRequests requests = SlowRequests.send(gateway, function, TOO_MANY, EACH)) {
      return requests.outcomes();
    }
  }

  private Map<String, Integer> outcomesOfWaiting(String function, FunctionLaunch launch)
      throws Exception {
    gateway.declare(function);
    try (SlowRequests requests =
        SlowRequests.send(gateway, function, WAITING, EACH_AFTER_WAITING)) {
      requests.awaitConnected();
      try (Pod _ = gateway.start(function, launch)) {
        Map<String, Integer> outcomes = requests.outcomes();

        String waited = "[Ready] function=" + function + " waited for";
        assertThat(gateway.log().lines().filter(line -> line.contains(waited))).hasSize(WAITING);
        return outcomes;
      }
    }
  }
}
