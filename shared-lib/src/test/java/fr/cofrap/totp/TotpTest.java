package fr.cofrap.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Rfc6238;
import fr.cofrap.SeededRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

final class TotpTest {
  static final List<SharedCode> SHARED_CODES =
      List.of(SharedCode.OF_NEIGHBOURS, SharedCode.OF_EITHER_SIDE);

  private static final TotpSecret OF_THE_RFC =
      new TotpSecret("12345678901234567890".getBytes(US_ASCII));

  /** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082, 1",
    "1111111109, 081804, 37037036",
    "1111111111, 050471, 37037037",
    "1234567890, 005924, 41152263",
    "2000000000, 279037, 66666666",
    "20000000000, 353130, 666666666",
  })
  void findsTheStepsOfTheRfcTestVectors(long second, String code, long step) {
    Instant now = Instant.ofEpochSecond(second);
    assertThat(Totp.match(OF_THE_RFC, Rfc6238.parsed(code), now)).contains(new TimeStep(step));
    assertThat(Rfc6238.code(OF_THE_RFC, step)).isEqualTo(code);
  }

  /** RFC 4226, appendix D: codes by their counter, several with leading zeros in later steps. */
  @ParameterizedTest
  @CsvSource({
    "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
    "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489",
  })
  void findsTheCountersOfTheRfc4226TestVectors(long step, String code) {
    assertThat(Totp.match(OF_THE_RFC, Rfc6238.parsed(code), Instant.ofEpochSecond(step * 30)))
        .contains(new TimeStep(step));
  }

  @Test
  void acceptsOnlyTheCurrentStepAndOneOnEitherSide() {
    Random times = new Random(1);
    SeededRandom secrets = new SeededRandom(2);
    for (int i = 0; i < 1000; i++) {
      TotpSecret secret = TotpSecret.random(secrets);
      Instant now = Instant.ofEpochSecond(times.nextLong(1_000_000, 8_000_000_000L));
      long current = now.getEpochSecond() / 30;
      for (long skew = -3; skew <= 3; skew++) {
        String code = Rfc6238.code(secret, current + skew);
        assertThat(Totp.match(secret, Rfc6238.parsed(code), now))
            .as("secret %d, skew %d", i, skew)
            .isEqualTo(latestWithCode(secret, code, current));
      }
    }
  }

  private static Optional<TimeStep> latestWithCode(TotpSecret secret, String code, long current) {
    return LongStream.rangeClosed(current - 1, current + 1)
        .filter(step -> Rfc6238.code(secret, step).equals(code))
        .mapToObj(TimeStep::new)
        .reduce((earlier, later) -> later);
  }

  @ParameterizedTest
  @FieldSource("SHARED_CODES")
  void findsTheLatestOfTwoStepsThatShareACode(SharedCode shared) {
    assertThat(
            Totp.match(SharedCode.SECRET, Rfc6238.parsed(shared.digits()), shared.bothAcceptedAt()))
        .contains(shared.later());
  }

  @Test
  void countsStepsUpwards() {
    assertThat(new TimeStep(10).plus(1)).isEqualTo(new TimeStep(11));
    assertThat(new TimeStep(10).plus(-1)).isEqualTo(new TimeStep(9));
  }

  @Test
  void changesStepsExactlyOnTheSecond() {
    Instant start = Instant.ofEpochSecond(1_800_000_000);
    String before = Rfc6238.code(OF_THE_RFC, Rfc6238.stepAt(start) - 2);
    assertThat(Totp.match(OF_THE_RFC, Rfc6238.parsed(before), start)).isEmpty();
    assertThat(Totp.match(OF_THE_RFC, Rfc6238.parsed(before), start.minusNanos(1))).isPresent();
  }

  @Test
  void keepsLeadingZeros() {
    int found = 0;
    for (long step = 0; found < 20; step++) {
      String code = Rfc6238.code(OF_THE_RFC, step);
      if (code.startsWith("0")) {
        found++;
        assertThat(Totp.match(OF_THE_RFC, Rfc6238.parsed(code), Instant.ofEpochSecond(step * 30)))
            .contains(new TimeStep(step));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "29, 0", "30, 1", "59, 1", "60, 2", "-1, -1"})
  void countsThirtySecondSteps(long second, long step) {
    assertThat(TimeStep.at(Instant.ofEpochSecond(second))).isEqualTo(new TimeStep(step));
  }
}
