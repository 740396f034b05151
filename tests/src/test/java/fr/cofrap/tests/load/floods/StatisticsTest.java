package fr.cofrap.tests.load.floods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {
  /** From 1 to 20, the largest first. */
  private static final double[] TWENTY =
      IntStream.rangeClosed(1, 20).mapToDouble(i -> 21 - i).toArray();

  @ParameterizedTest
  @CsvSource({"0.01, 1", "0.05, 1", "0.06, 2", "0.5, 10", "0.95, 19", "0.96, 20", "1, 20"})
  void aPercentileIsTheNearestRank(double share, double expected) {
    assertThat(Statistics.percentile(TWENTY, share)).isEqualTo(expected);
  }

  @Test
  void anyPercentileOfOneNumberIsThatNumber() {
    assertThat(Statistics.percentile(new double[] {7}, 0.01)).isEqualTo(7);
    assertThat(Statistics.percentile(new double[] {7}, 1)).isEqualTo(7);
  }

  @Test
  void theMedianIsInTheMiddle() {
    assertThat(Statistics.median(new double[] {9, 1, 2})).isEqualTo(2);
    assertThat(Statistics.median(TWENTY)).isEqualTo(10.5);
  }

  @Test
  void nothingHasNeither() {
    assertThat(Statistics.percentile(new double[0], 0.95)).isNaN();
    assertThat(Statistics.median(new double[0])).isNaN();
  }

  @Test
  void leavesTheNumbersInTheirOrder() {
    double[] numbers = {3, 1, 2};

    Statistics.median(numbers);
    Statistics.percentile(numbers, 0.5);

    assertThat(numbers).containsExactly(3, 1, 2);
  }
}
