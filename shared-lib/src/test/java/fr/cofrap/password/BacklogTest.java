package fr.cofrap.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.Unavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BacklogTest {
  /** The average of many measurements is close to each of them. */
  private static final int MANY = 100;

  @Test
  void acceptsWhatIsExpectedToWaitForTwoSecondsAtMost() {
    Backlog backlog = taking(Duration.ofMillis(100), new Backlog(1));
    // One is being done, and twenty wait.
    enter(backlog, 1 + 20);
    assertThatThrownBy(backlog::enter).isInstanceOf(Unavailable.class);
    backlog.leave();
    backlog.enter();
  }

  @Test
  void acceptsMoreOnAFastMachine() {
    Backlog backlog = taking(Duration.ofMillis(8), new Backlog(1));
    // The average only approaches 8 ms: 250 would wait for a hair more than two seconds.
    enter(backlog, 1 + 249);
    assertThatThrownBy(backlog::enter).isInstanceOf(Unavailable.class);
  }

  @Test
  void acceptsMoreWithMoreWorkers() {
    Backlog backlog = taking(Duration.ofMillis(100), new Backlog(4));
    enter(backlog, 4 + 80);
    assertThatThrownBy(backlog::enter).isInstanceOf(Unavailable.class);
  }

  @Test
  void acceptsWhatNeedNotWaitHoweverLongItTakes() {
    Backlog backlog = taking(Duration.ofMinutes(1), new Backlog(2));
    enter(backlog, 2);
    assertThatThrownBy(backlog::enter).isInstanceOf(Unavailable.class);
  }

  @Test
  void reportsWhenThereWillBeRoomAgain() {
    Backlog backlog = taking(Duration.ofSeconds(9), new Backlog(1));
    enter(backlog, 1);
    assertThatThrownBy(backlog::enter)
        .isInstanceOfSatisfying(
            Unavailable.class,
            // Nine seconds, minus the two that it may wait.
            e ->
                assertThat(e.retryAfter())
                    .isBetween(Duration.ofMillis(6_900), Duration.ofSeconds(7)));
  }

  @Test
  void neverAsksForARetryWithinASecond() {
    Backlog backlog = taking(Duration.ofMillis(100), new Backlog(1));
    enter(backlog, 1 + 20);
    assertThatThrownBy(backlog::enter)
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
  }

  @Test
  void oneMeasurementOutOfLineChangesLittle() {
    Backlog backlog = taking(Duration.ofMillis(100), new Backlog(1));
    backlog.took(Duration.ofMillis(500));
    // An eighth of the difference: 150 ms.
    enter(backlog, 1 + 13);
    assertThatThrownBy(backlog::enter).isInstanceOf(Unavailable.class);
  }

  private static Backlog taking(Duration time, Backlog backlog) {
    for (int i = 0; i < MANY; i++) {
      backlog.took(time);
    }
    return backlog;
  }

  private static void enter(Backlog backlog, int times) {
    for (int i = 0; i < times; i++) {
      backlog.enter();
    }
  }
}
