package fr.cofrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** 20,000 random requests, each compared with a model of the contract. */
final class RandomWalkTest {
  private static final int WALKS = 10;
  private static final int CALLS = 2000;

  @Test
  void agreesWithTheModel() {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int seed = 1; seed <= WALKS; seed++) {
      new RandomWalk(seed, outcomes).run(CALLS);
    }
    assertThat(outcomes.keySet())
        .containsExactlyInAnyOrder(
            "generate-password Issued",
            "generate-password UsernameTaken",
            "renew Issued",
            "renew InvalidTicket",
            "generate-2fa Bound",
            "generate-2fa Rejected",
            "authenticate-user Authenticated",
            "authenticate-user Expired",
            "authenticate-user Rejected",
            "authenticate-user Throttled");
    assertThat(outcomes.values())
        .as("number of each outcome: %s", outcomes)
        .allMatch(count -> count > 100);
  }
}
