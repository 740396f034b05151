package fr.cofrap.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.source.Source;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SourceLimitTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Source STRANGER = new Source("192.0.2.7");

  private final SourceLimit limit = new SourceLimit(2);

  @Test
  void returnsWhenTheNextIsAccepted() {
    assertThat(limit.admit(STRANGER, NOW)).isEmpty();
    assertThat(limit.admit(STRANGER, NOW.plusSeconds(20))).isEmpty();
    Instant then = NOW.plusSeconds(30);
    assertThat(limit.admit(STRANGER, then)).contains(Duration.ofSeconds(30));
    assertThat(limit.admit(STRANGER, then.plusSeconds(30))).isEmpty();
  }

  @Test
  void doesNotCountWhatItRejects() {
    reach(STRANGER);
    for (int second = 1; second < 60; second++) {
      assertThat(limit.admit(STRANGER, NOW.plusSeconds(second))).isPresent();
    }
    assertThat(limit.admit(STRANGER, NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void countsEachSourceByItself() {
    reach(STRANGER);
    reach(Source.UNKNOWN);
    assertThat(limit.admit(new Source("192.0.2.8"), NOW)).isEmpty();
  }

  @Test
  void forgetsTheSourceNotSeenForLongestWhenThereAreTooMany() {
    reach(STRANGER);
    Source other = new Source("192.0.2.8");
    reach(other);
    for (int i = 0; i < SourceLimit.SOURCES - 2; i++) {
      limit.admit(numbered(i), NOW);
    }
    assertThat(limit.admit(STRANGER, NOW)).isPresent();
    limit.admit(new Source("192.0.2.9"), NOW);
    assertThat(limit.admit(STRANGER, NOW)).isPresent();
    assertThat(limit.admit(other, NOW)).isEmpty();
  }

  @Test
  void forgetsSourcesThatWereNotSeenForAMinute() {
    reach(STRANGER);
    limit.admit(new Source("192.0.2.8"), NOW.plusSeconds(1));
    limit.admit(new Source("192.0.2.9"), NOW.plusSeconds(59));
    assertThat(limit.size()).isEqualTo(3);
    limit.admit(new Source("192.0.2.9"), NOW.plusSeconds(60));
    assertThat(limit.size()).isEqualTo(2);
  }

  private static Source numbered(int i) {
    return new Source("10.0.%d.%d".formatted(i / 256, i % 256));
  }

  private void reach(Source source) {
    assertThat(limit.admit(source, NOW)).isEmpty();
    assertThat(limit.admit(source, NOW)).isEmpty();
    assertThat(limit.admit(source, NOW)).contains(MinuteWindow.LENGTH);
  }
}
