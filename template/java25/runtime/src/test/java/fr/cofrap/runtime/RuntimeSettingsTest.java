package fr.cofrap.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuntimeSettingsTest {
  private static final RuntimeSettings DEFAULTS =
      new RuntimeSettings(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8082),
          16_384,
          Duration.ofSeconds(8),
          Optional.empty(),
          Level.INFO);

  @Test
  void listensOnLoopbackByDefault() {
    assertThat(RuntimeSettings.from(Map.of())).isEqualTo(DEFAULTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP_ADDRESS",
        "HTTP_PORT",
        "LOCK_FILE",
        "LOG_LEVEL",
        "MAX_BODY_BYTES",
        "SHUTDOWN_GRACE"
      })
  void aBlankVariableCountsAsUnset(String name) {
    assertThat(RuntimeSettings.from(Map.of(name, ""))).isEqualTo(DEFAULTS);
    assertThat(RuntimeSettings.from(Map.of(name, " "))).isEqualTo(DEFAULTS);
  }

  @Test
  void readsEverySetting() {
    Map<String, String> environment =
        Map.of(
            "HTTP_ADDRESS", "::1",
            "HTTP_PORT", "0",
            "MAX_BODY_BYTES", "4096",
            "SHUTDOWN_GRACE", "PT0S",
            "LOCK_FILE", "/tmp/.lock",
            "LOG_LEVEL", "WARNING");
    assertThat(RuntimeSettings.from(environment))
        .isEqualTo(
            new RuntimeSettings(
                new InetSocketAddress(InetAddress.ofLiteral("::1"), 0),
                4_096,
                Duration.ZERO,
                Optional.of(Path.of("/tmp/.lock")),
                Level.WARNING));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_ADDRESS, example.org, an IP address",
    "HTTP_PORT, 65536, 0 to 65535",
    "HTTP_PORT, -1, 0 to 65535",
    "HTTP_PORT, http, 0 to 65535",
    "MAX_BODY_BYTES, 0, 1 to 16777216",
    "MAX_BODY_BYTES, 16777217, 1 to 16777216",
    "SHUTDOWN_GRACE, 5, PT0S to PT5M",
    "SHUTDOWN_GRACE, -PT1S, PT0S to PT5M",
    "SHUTDOWN_GRACE, PT5M1S, PT0S to PT5M",
    "LOG_LEVEL, info, 'one of [SEVERE, WARNING, INFO, FINE, FINER, FINEST]'",
    "LOG_LEVEL, 800, 'one of [SEVERE, WARNING, INFO, FINE, FINER, FINEST]'"
  })
  void namesTheSettingAndTheAllowedValues(String name, String value, String allowed) {
    assertThatThrownBy(() -> RuntimeSettings.from(Map.of(name, value)))
        .isInstanceOf(Misconfigured.class)
        .hasMessage(name + "=" + value + " is not allowed: use " + allowed);
  }
}
