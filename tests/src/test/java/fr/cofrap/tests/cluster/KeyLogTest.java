package fr.cofrap.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyLogTest {
  @Test
  void seesAPodThatWritesWhatAnotherCannotRead() {
    KeyLog log = new KeyLog(List.of("1 START a MFA old", "2 START b MFA new old"));

    assertThat(log.violations()).containsExactly("b writes what a cannot read: MFA");
    assertThat(log.starts()).isEqualTo(2);
    assertThat(log.written()).containsExactlyInAnyOrder("MFA old", "MFA new");
  }

  @Test
  void aPodThatHasEndedNoLongerNeedsToRead() {
    KeyLog log = new KeyLog(List.of("3 START b MFA new old", "1 START a MFA old", "2 STOP a"));

    assertThat(log.violations()).isEmpty();
  }

  @Test
  void keysOfOneKindAreNotReadAsAnother() {
    KeyLog log = new KeyLog(List.of("1 START a MFA old", "2 START b TICKET new"));

    assertThat(log.violations()).isEmpty();
  }
}
