package fr.cofrap.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock may be set back, and requests may arrive in a different order than they read it. */
final class MinuteWindowTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int PER_MINUTE = 3;

  private final MinuteWindow window = new MinuteWindow(PER_MINUTE);

  @ParameterizedTest
  @ValueSource(strings = {"PT0.001S", "PT1S", "PT59S", "PT1M", "PT1H", "P365D"})
  void staysReachedWhenTheClockIsSetBackAndForAMinuteAtMost(Duration back) {
    reach(NOW);
    Instant then = NOW.minus(back);
    assertThat(window.admit(then)).contains(MINUTE);
    assertThat(window.admit(then.plus(MINUTE).minusMillis(1))).contains(Duration.ofMillis(1));
    assertThat(window.admit(then.plus(MINUTE))).isEmpty();
  }

  @Test
  void keepsCountingWhenTheClockIsSetBackBeforeItIsReached() {
    assertThat(window.admit(NOW)).isEmpty();
    assertThat(window.admit(NOW.minus(MINUTE))).isEmpty();
    assertThat(window.admit(NOW.minus(MINUTE.multipliedBy(2)))).isEmpty();
    assertThat(window.admit(NOW.minus(MINUTE.multipliedBy(3)))).contains(MINUTE);
  }

  @Test
  void countsRequestsThatReadTheClockLaterButArrivedFirst() {
    reach(NOW.plusMillis(5));
    for (int millis = 4; millis >= 0; millis--) {
      assertThat(window.admit(NOW.plusMillis(millis))).isPresent();
    }
  }

  private void reach(Instant now) {
    for (int i = 0; i < PER_MINUTE; i++) {
      assertThat(window.admit(now)).isEmpty();
    }
    assertThat(window.admit(now)).contains(MINUTE);
  }
}
