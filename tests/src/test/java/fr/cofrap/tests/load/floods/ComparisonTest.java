package fr.cofrap.tests.load.floods;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @Test
  void onlyLoginsThatSucceededCount() {
    Samples samples = samples(users(30, 200, 5), users(70, 503, 900));

    assertThat(samples.sent()).isEqualTo(10);
    assertThat(samples.succeeded()).isEqualTo(3);
    assertThat(samples.p95()).isEqualTo(5);
    assertThat(samples.statuses()).isEqualTo(Map.of(200, 30L, 503, 70L));
  }

  @Test
  void fiveOfAHundredAreLeftOutOfTheNinetyFifthPercentile() {
    assertThat(samples(users(95, 200, 5), users(5, 200, 900)).p95()).isEqualTo(5);
    assertThat(samples(users(94, 200, 5), users(6, 200, 900)).p95()).isEqualTo(900);
  }

  @Test
  void comparesWithinAPairAndTakesTheMedianOfThePairs() {
    Comparison comparison =
        new Comparison(
            List.of(
                pair(users(100, 200, 10), users(100, 200, 12)),
                // On a machine that is busier, both sides are slower.
                pair(users(100, 200, 80), users(50, 200, 160)),
                pair(users(100, 200, 10), users(80, 200, 11))));

    assertThat(comparison.kept()).isEqualTo(0.8);
    assertThat(comparison.slower()).isEqualTo(1.2);
  }

  @Test
  void addsUpWhoWasRefused() {
    Comparison comparison =
        new Comparison(
            List.of(
                pair(users(2, 503, 1), users(3, 504, 1)), pair(users(1, 401, 1), users(4, 0, 1))));

    assertThat(comparison.refused()).isEqualTo(7);
    assertThat(comparison.refusedWithout()).isEqualTo(2);
  }

  @Test
  void everyPromiseIsBrokenIfNobodyLoggedIn() {
    Comparison none = new Comparison(List.of(pair(List.of(), List.of())));

    assertThat(Promise.wholeRate(1.5).broken(none)).hasSize(2);
    assertThat(Promise.NONE.broken(none)).isEmpty();
  }

  @Test
  void aPromiseIsKeptUpToItsLimits() {
    assertThat(Promise.wholeRate(1.5).broken(one(users(99, 200, 15)))).isEmpty();
    assertThat(Promise.wholeRate(1.5).broken(one(users(98, 200, 15))))
        .containsExactly("expected 0.99 of the rate, found 0.98");
    assertThat(Promise.wholeRate(1.5).broken(one(users(99, 200, 16))))
        .containsExactly("expected p95 × 1.5, found × 1.6");
    assertThat(Promise.atLeast(0.9).broken(one(users(89, 200, 500))))
        .containsExactly("expected 0.90 of the rate, found 0.89");
  }

  @Test
  void oneRefusalBreaksThePromiseThatThereIsNone() {
    Comparison comparison =
        one(Stream.concat(users(99, 200, 10).stream(), users(1, 503, 1).stream()).toList());

    assertThat(Promise.wholeRate(1.5).broken(comparison))
        .containsExactly("expected no 5xx, found 1");
  }

  @Test
  void aPromiseSaysWhatItIs() {
    assertThat(Promise.wholeRate(3)).hasToString("≥ 0.99, p95 ≤ × 3.0, no 5xx");
    assertThat(Promise.NONE).hasToString("none");
  }

  /** Beside a hundred users without a flood whose logins take 10 ms. */
  private static Comparison one(List<Sample> with) {
    return new Comparison(List.of(pair(users(100, 200, 10), with)));
  }

  private static Pair pair(List<Sample> without, List<Sample> with) {
    return new Pair(side(without), side(with));
  }

  private static Side side(List<Sample> users) {
    return new Side(new Samples(users, TEN_SECONDS), Samples.NONE);
  }

  private static Samples samples(List<Sample> some, List<Sample> others) {
    return new Samples(Stream.concat(some.stream(), others.stream()).toList(), TEN_SECONDS);
  }

  private static List<Sample> users(int number, int status, double millis) {
    return Collections.nCopies(number, new Sample(status, millis));
  }
}
