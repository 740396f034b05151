package fr.cofrap.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.SampleHash;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialLifetimeTest {
  @ParameterizedTest
  @CsvSource({
    "P6M, 2026-08-31T12:34:56Z, 2027-02-28T12:34:56Z",
    "P6M, 2027-08-31T12:34:56Z, 2028-02-29T12:34:56Z",
    "P6M, 2026-08-30T00:00:00Z, 2027-02-28T00:00:00Z",
    "P6M, 2026-08-28T00:00:00Z, 2027-02-28T00:00:00Z",
    "P6M, 2027-02-28T23:59:59Z, 2027-08-28T23:59:59Z",
    "P6M, 2028-02-29T23:59:59Z, 2028-08-29T23:59:59Z",
    "P6M, 2026-12-31T00:00:00Z, 2027-06-30T00:00:00Z",
    "P6M, 2026-07-01T00:00:00Z, 2027-01-01T00:00:00Z",
    "P1Y, 2028-02-29T08:00:00Z, 2029-02-28T08:00:00Z",
    "P1M, 2026-10-31T08:00:00Z, 2026-11-30T08:00:00Z",
    "P1M, 2100-01-31T08:00:00Z, 2100-02-28T08:00:00Z",
    "P1D, 2026-03-28T23:30:00Z, 2026-03-29T23:30:00Z",
    "P2W, 2026-10-20T00:30:00Z, 2026-11-03T00:30:00Z",
    "P1M1D, 2026-01-31T00:00:00Z, 2026-03-01T00:00:00Z",
    "PT2M, 2026-12-31T23:59:00Z, 2027-01-01T00:01:00Z",
    "P1DT12H, 2026-03-28T12:00:00Z, 2026-03-30T00:00:00Z",
  })
  void endsOnTheCalendarDayOrOnTheSecond(String lifetime, Instant activatedAt, Instant end) {
    assertThat(parsed(lifetime).endOf(activatedAt)).contains(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Paris", "Pacific/Kiritimati", "America/St_Johns"})
  void countsInUtcInEveryTimeZone(String zone) {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      assertThat(parsed("P6M").endOf(Instant.parse("2026-08-31T23:30:00Z")))
          .contains(Instant.parse("2027-02-28T23:30:00Z"));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "P6M, 2027-08-31T12:34:56Z, 2028-02-29T12:34:56Z",
    "P6M, 2026-08-31T12:34:56Z, 2027-02-28T12:34:56Z",
    "PT2M, 2026-12-31T23:59:00Z, 2027-01-01T00:01:00Z",
  })
  void isExpiredFromTheFirstSecond(String lifetime, Instant activatedAt, Instant end) {
    ActiveCredentials active = activatedAt(activatedAt, false);
    assertThat(active.expiredAt(activatedAt, parsed(lifetime))).isFalse();
    assertThat(active.expiredAt(end.minusSeconds(1), parsed(lifetime))).isFalse();
    assertThat(active.expiredAt(end.minusNanos(1), parsed(lifetime))).isFalse();
    assertThat(active.expiredAt(end, parsed(lifetime))).isTrue();
    assertThat(active.expiredAt(end.plusSeconds(1), parsed(lifetime))).isTrue();
  }

  @Test
  void offIgnoresDatesButNotTheFlag() {
    CredentialLifetime off = parsed("off");
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Instant farOff = Instant.parse("9999-12-31T00:00:00Z");
    assertThat(off.endOf(start)).isEmpty();
    assertThat(activatedAt(start, false).expiredAt(farOff, off)).isFalse();
    assertThat(activatedAt(start, true).expiredAt(start, off)).isTrue();
  }

  @Test
  void theFlagAloneExpiresCredentials() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(activatedAt(start, true).expiredAt(start, parsed("P6M"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "P",
        "PT",
        "T",
        "P6",
        "6M",
        "P6M ",
        " P6M",
        "P6M\n",
        "P0D",
        "P0M",
        "PT0S",
        "-P1D",
        "P-1D",
        "-PT1S",
        "PT-1S",
        "P1M-40D",
        "P1M-30D",
        "+P6M",
        "p6m",
        "PT0.5S",
        "P6M2H",
        "P6.5M",
        "OFF",
        "Off",
        "never",
        "180",
        "P1000Y",
        "P999999999Y",
        "P9999999999Y",
        "PT9223372036854775807S",
        "PT9223372036854775808S",
        "PT99999999999999999999H",
      })
  void rejectsInvalidLifetimes(String text) {
    assertThat(CredentialLifetime.parse(text)).isEmpty();
  }

  private static CredentialLifetime parsed(String text) {
    return CredentialLifetime.parse(text).orElseThrow();
  }

  private static ActiveCredentials activatedAt(Instant time, boolean markedExpired) {
    CredentialSetId set = new CredentialSetId(new UUID(1, 2));
    return new ActiveCredentials(
        set,
        SampleHash.ANY,
        SampleCredentials.fingerprint(set),
        new SealedSecret("sealed"),
        time,
        TimeStep.at(time),
        markedExpired);
  }
}
