package fr.cofrap.throttle;

import static fr.cofrap.throttle.CodeThrottle.MAX_RECENT;
import static fr.cofrap.throttle.CodeThrottle.MAX_TOTAL;
import static fr.cofrap.throttle.CodeThrottle.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.throttle.CodeThrottle.Admission.Admitted;
import fr.cofrap.throttle.CodeThrottle.Refusal.Disabled;
import fr.cofrap.throttle.CodeThrottle.Refusal.Throttled;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link CodeThrottle} must do. */
public abstract class CodeThrottleContract {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

  private final CredentialSetId set = new CredentialSetId(UUID.randomUUID());

  protected abstract CodeThrottle throttle();

  @Test
  void admitsUpToTheLimitAndThenThrottles() {
    for (int i = 0; i < MAX_RECENT; i++) {
      assertAdmitted(NOW.plusSeconds(i));
    }
    Instant fiveSecondsOn = NOW.plusSeconds(MAX_RECENT);
    assertThat(throttle().admit(set, fiveSecondsOn))
        .isEqualTo(new Throttled(WINDOW.minusSeconds(MAX_RECENT)));
  }

  @Test
  void lookingReturnsTheSameRefusalsAndReservesNothing() {
    for (int i = 0; i < 2 * MAX_TOTAL; i++) {
      assertThat(throttle().refusal(set, NOW)).isEmpty();
    }
    spend(MAX_RECENT, NOW);
    assertThat(throttle().refusal(set, NOW.plusSeconds(1)))
        .contains(new Throttled(WINDOW.minusSeconds(1)));
    assertThat(throttle().refusal(set, NOW.plus(WINDOW).minusMillis(1)))
        .contains(new Throttled(Duration.ofSeconds(1)));
    assertThat(throttle().refusal(set, NOW.plus(WINDOW))).isEmpty();
    for (int i = 1; i < MAX_TOTAL / MAX_RECENT; i++) {
      spend(MAX_RECENT, NOW.plus(WINDOW.multipliedBy(i)));
    }
    assertThat(throttle().refusal(set, NOW.plus(WINDOW.multipliedBy(MAX_TOTAL))))
        .contains(new Disabled());
  }

  @Test
  void returnsTheReservationTimeInMilliseconds() {
    assertThat(throttle().admit(set, NOW.plusNanos(456_789))).isEqualTo(new Admitted(NOW));
  }

  @Test
  void admitsAnotherAttemptOnceTheOldestLeavesTheWindow() {
    spend(MAX_RECENT, NOW);
    Instant free = NOW.plus(WINDOW);
    assertThat(throttle().admit(set, free.minusMillis(1)))
        .isEqualTo(new Throttled(Duration.ofSeconds(1)));
    assertThat(throttle().admit(set, free.minusNanos(1))).isInstanceOf(Throttled.class);
    assertAdmitted(free);
  }

  @Test
  void returnsTheExactWaitOfAtLeastASecond() {
    spend(MAX_RECENT, NOW);
    Instant free = NOW.plus(WINDOW);
    assertThat(throttle().admit(set, free.minusMillis(1_500)))
        .isEqualTo(new Throttled(Duration.ofMillis(1_500)));
    assertThat(throttle().admit(set, free.minusMillis(1_000)))
        .isEqualTo(new Throttled(Duration.ofSeconds(1)));
    assertThat(throttle().admit(set, free.minusMillis(999)))
        .isEqualTo(new Throttled(Duration.ofSeconds(1)));
  }

  @Test
  void theWindowSlides() {
    for (int i = 0; i < MAX_RECENT; i++) {
      assertAdmitted(NOW.plus(Duration.ofMinutes(i)));
    }
    assertAdmitted(NOW.plus(WINDOW));
    assertThat(throttle().admit(set, NOW.plus(WINDOW)))
        .isEqualTo(new Throttled(Duration.ofMinutes(1)));
    assertAdmitted(NOW.plus(WINDOW).plus(Duration.ofMinutes(1)));
  }

  @Test
  void throttledAttemptsDoNotCount() {
    spend(MAX_RECENT, NOW);
    for (int i = 0; i < 100; i++) {
      throttle().admit(set, NOW.plusSeconds(i));
    }
    spend(MAX_RECENT, NOW.plus(WINDOW));
  }

  @Test
  void disablesTheSetForeverAtTheTotal() {
    Instant at = spendAllBut(0);
    assertThat(throttle().admit(set, at)).isEqualTo(new Disabled());
    assertThat(throttle().admit(set, at.plus(Duration.ofDays(10_000)))).isEqualTo(new Disabled());
  }

  @Test
  void theLastAttemptOfTheTotalIsStillAdmitted() {
    Instant at = spendAllBut(1);
    assertAdmitted(at.plus(WINDOW));
    assertThat(throttle().admit(set, at.plus(WINDOW))).isEqualTo(new Disabled());
  }

  @Test
  void aSuccessReturnsItsReservationAndClearsTheWindow() {
    spend(MAX_RECENT, NOW);
    throttle().forgive(set);
    spend(MAX_RECENT, NOW);
    assertThat(throttle().admit(set, NOW)).isEqualTo(new Throttled(WINDOW));
  }

  @Test
  void aSuccessDoesNotClearTheTotal() {
    for (int i = 0; i < MAX_TOTAL - 1; i++) {
      assertAdmitted(NOW);
      assertAdmitted(NOW);
      throttle().forgive(set);
    }
    assertAdmitted(NOW);
    assertThat(throttle().admit(set, NOW)).isEqualTo(new Disabled());
  }

  @Test
  void successesNeverDisableASet() {
    for (int i = 0; i < 2 * MAX_TOTAL; i++) {
      assertAdmitted(NOW);
      throttle().forgive(set);
    }
  }

  @Test
  void aWithdrawalRemovesOnlyItsOwnReservation() {
    Admitted first = admitted(NOW);
    Admitted second = admitted(NOW.plusSeconds(60));
    spend(MAX_RECENT - 2, NOW.plusSeconds(120));
    throttle().withdraw(set, second);
    assertAdmitted(NOW.plusSeconds(120));
    Instant oldestLeaves = first.at().plus(WINDOW);
    assertThat(throttle().admit(set, oldestLeaves.minusSeconds(10)))
        .isEqualTo(new Throttled(Duration.ofSeconds(10)));
    assertAdmitted(oldestLeaves);
    assertThat(throttle().admit(set, oldestLeaves)).isEqualTo(new Throttled(Duration.ofMinutes(2)));
  }

  @Test
  void withdrawingTheFirstMakesTheSecondTheOldest() {
    Admitted first = admitted(NOW);
    spend(MAX_RECENT - 1, NOW.plusSeconds(60));
    throttle().withdraw(set, first);
    assertAdmitted(NOW.plusSeconds(60));
    assertThat(throttle().admit(set, NOW.plusSeconds(60))).isEqualTo(new Throttled(WINDOW));
  }

  @Test
  void aWithdrawalRemovesOneOfTwoReservationsInTheSameMillisecond() {
    Admitted one = admitted(NOW);
    assertThat(admitted(NOW)).isEqualTo(one);
    throttle().withdraw(set, one);
    spend(MAX_RECENT - 1, NOW);
    assertThat(throttle().admit(set, NOW)).isEqualTo(new Throttled(WINDOW));
  }

  @Test
  void aWithdrawalReducesTheTotal() {
    for (int i = 0; i < 2 * MAX_TOTAL; i++) {
      throttle().withdraw(set, admitted(NOW));
    }
    Instant at = spendAllBut(1);
    throttle().withdraw(set, admitted(at));
    assertAdmitted(at);
    assertThat(throttle().admit(set, at)).isEqualTo(new Disabled());
  }

  @Test
  void aWithdrawalAfterASuccessReducesOnlyTheTotal() {
    Admitted slow = admitted(NOW);
    assertAdmitted(NOW);
    throttle().forgive(set);
    throttle().withdraw(set, slow);
    spend(MAX_RECENT, NOW.plusSeconds(1));
    assertThat(throttle().admit(set, NOW.plusSeconds(1))).isEqualTo(new Throttled(WINDOW));
  }

  @Test
  void aWithdrawalFromOutsideTheWindowReducesOnlyTheTotal() {
    Admitted slow = admitted(NOW);
    spend(MAX_RECENT, NOW.plus(WINDOW));
    throttle().withdraw(set, slow);
    assertThat(throttle().admit(set, NOW.plus(WINDOW))).isEqualTo(new Throttled(WINDOW));
  }

  @Test
  void withdrawingWithoutAReservationHasNoEffect() {
    throttle().forgive(set);
    throttle().withdraw(set, new Admitted(NOW));
    spend(MAX_RECENT, NOW);
    assertThat(throttle().admit(set, NOW)).isEqualTo(new Throttled(WINDOW));
  }

  @Test
  void setsAreIndependent() {
    spend(MAX_RECENT, NOW);
    CredentialSetId other = new CredentialSetId(UUID.randomUUID());
    assertThat(throttle().admit(other, NOW)).isInstanceOf(Admitted.class);
    throttle().forgive(other);
    assertThat(throttle().admit(set, NOW)).isInstanceOf(Throttled.class);
  }

  /**
   * Uses up all but this many attempts of the total, and returns a time when the window is empty.
   */
  private Instant spendAllBut(int left) {
    Instant at = NOW;
    for (int i = 0; i < MAX_TOTAL - left; i++) {
      at = at.plus(WINDOW);
      assertAdmitted(at);
    }
    return at.plus(WINDOW);
  }

  private void spend(int attempts, Instant at) {
    for (int i = 0; i < attempts; i++) {
      assertAdmitted(at);
    }
  }

  private void assertAdmitted(Instant at) {
    assertThat(throttle().admit(set, at)).isEqualTo(new Admitted(at));
  }

  private Admitted admitted(Instant at) {
    return (Admitted) throttle().admit(set, at);
  }
}
