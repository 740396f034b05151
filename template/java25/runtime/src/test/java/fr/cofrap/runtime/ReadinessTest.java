package fr.cofrap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReadinessTest {
  private final Readiness readiness = new Readiness();

  @Test
  void isReadyOnlyBetweenStartAndStop() {
    assertThat(readiness.isReady()).isFalse();
    readiness.started();
    assertThat(readiness.isReady()).isTrue();
    readiness.stopping();
    assertThat(readiness.isReady()).isFalse();
  }

  @Test
  void staysNotReadyAfterASignalDuringTheStart() {
    readiness.stopping();
    readiness.started();
    assertThat(readiness.isReady()).isFalse();
  }
}
