package fr.cofrap.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "192.0.2.7:5678, 192.0.2.7",
    "' 192.0.2.7 ', 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "[::ffff:192.0.2.7]:80, 192.0.2.7",
    "::FFFF:C000:0207, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
    "2001:DB8:1:2::, 20010db800010002/64",
    "[2001:db8:1:2::5], 20010db800010002/64",
    "[2001:db8:1:2::5]:443, 20010db800010002/64",
    "2001:db8::1:2:3:4:5, 20010db800000001/64",
    "::1, 0000000000000000/64",
    "fe80::1%eth0, fe80000000000000/64",
    "[fe80::1%25eth0]:80, fe80000000000000/64",
  })
  void isAnIpv4AddressOrA64(String text, String network) {
    assertThat(Source.of(text)).isEqualTo(new Source(network));
  }

  @Test
  void anotherInterfaceOfA64IsTheSameSource() {
    assertThat(Source.of("2001:db8::1")).isEqualTo(Source.of("2001:db8:0:0:ffff:ffff:ffff:ffff"));
    assertThat(Source.of("2001:db8::1")).isNotEqualTo(Source.of("2001:db8:0:1::1"));
  }

  /** Names too: looking them up would let a client trigger DNS queries and hold up requests. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "unknown",
        "_hidden",
        "localhost",
        "example.org",
        "example.org:80",
        "192.0.2",
        "192.0.2.256",
        "192.0.2.7.8",
        "192.0.2.7:",
        "192.0.2.7:port",
        "3221225991",
        "0xC0000207",
        "[192.0.2.7]",
        "2001:db8",
        "2001:db8::1::2",
        "2001:db8::12345",
        "[2001:db8::1",
        "2001:db8::1]",
        "[2001:db8::1]:x",
        "2001:db8::1 2001:db8::2",
        "192.0.2.7\u0000",
        "\u0661\u0669\u0662.0.2.7",
      })
  void everythingElseIsUnknown(String text) {
    assertThat(Source.of(text)).isEqualTo(Source.UNKNOWN);
  }
}
