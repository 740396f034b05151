package fr.cofrap.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedProxiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 192.0.2.7",
        "1 | 203.0.113.1, 192.0.2.7",
        "1 | 203.0.113.1,203.0.113.2 ,192.0.2.7:1234",
        "1 | ,,,192.0.2.7",
        "2 | 192.0.2.7, 10.0.0.1",
        "2 | 203.0.113.1, 192.0.2.7, 10.0.0.1",
        "2 | not an address, 192.0.2.7, 10.0.0.1",
        "3 | 203.0.113.1, 192.0.2.7, 10.0.0.2, 10.0.0.1",
      })
  void theFirstTrustedProxyNamesTheSource(int proxies, String forwardedFor) {
    assertThat(source(proxies, forwardedFor)).contains(new Source("192.0.2.7"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | ''",
        "1 | ','",
        "1 | 192.0.2.7,",
        "1 | 192.0.2.7, unknown",
        "2 | 192.0.2.7",
        "2 | ,192.0.2.7",
        "3 | 192.0.2.7, 10.0.0.1",
      })
  void aChainThatIsTooShortOrUnreadableHasAnUnknownSource(int proxies, String forwardedFor) {
    assertThat(source(proxies, forwardedFor)).contains(Source.UNKNOWN);
  }

  @Test
  void aMissingHeaderHasAnUnknownSource() {
    assertThat(new TrustedProxies(1).sourceOf(Optional.empty())).contains(Source.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "192.0.2.7", "192.0.2.7, 10.0.0.1"})
  void withoutProxiesThereIsNoSource(String forwardedFor) {
    assertThat(source(0, forwardedFor)).isEmpty();
  }

  private static Optional<Source> source(int proxies, String forwardedFor) {
    return new TrustedProxies(proxies).sourceOf(Optional.of(forwardedFor));
  }
}
