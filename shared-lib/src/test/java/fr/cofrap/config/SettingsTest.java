package fr.cofrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.jdbc.DatabaseSettings;
import fr.cofrap.runtime.Misconfigured;
import fr.cofrap.source.TrustedProxies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
  @TempDir Path secrets;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void mountTheCommonSecrets() throws IOException {
    environment.put("SECRETS_DIR", secrets.toString());
    Files.writeString(secrets.resolve("DB_PASSWORD"), "open sesame\n");
    Files.writeString(secrets.resolve("DB_CA_CERT"), "a certificate");
  }

  @Test
  void haveDefaults() {
    DatabaseSettings database = settings().database();
    assertThat(database)
        .isEqualTo(
            new DatabaseSettings(
                "host.k3d.internal",
                5432,
                "cofrap",
                "cofrap_app",
                "open sesame",
                "verify-full",
                Optional.of(secrets.resolve("DB_CA_CERT")),
                4));
    assertThat(settings().credentialLifetime().amount()).contains(Period.ofMonths(6));
    assertThat(settings().hashThreads())
        .isEqualTo(Math.min(2, Runtime.getRuntime().availableProcessors()));
    assertThat(settings().signUpOpen()).isTrue();
    assertThat(settings().signUpsPerMinute()).isEqualTo(60);
    assertThat(settings().signUpsPerSource()).isEqualTo(5);
    assertThat(settings().trustedProxies()).isEqualTo(new TrustedProxies(1));
    assertThat(settings().otpIssuer()).isEqualTo("COFRAP");
  }

  @ParameterizedTest
  @CsvSource({"8, 64, 2", "1, 64, 1", "8, 40, 1", "8, 10, 1", "8, 4096, 2"})
  void limitHashThreadsToWhatTheHeapHolds(int processors, long heapMebibytes, int threads) {
    assertThat(settings().hashThreads(processors, heapMebibytes << 20)).isEqualTo(threads);
  }

  @Test
  void rejectMoreHashThreadsThanTheHeapHolds() {
    environment.put("HASH_THREADS", "3");
    assertThatThrownBy(() -> settings().hashThreads(8, 64L << 20))
        .isInstanceOf(Misconfigured.class)
        .hasMessageContaining("HASH_THREADS")
        .hasMessageContaining("from 1 to 2");
  }

  @Test
  void areReadFromTheEnvironment() throws IOException {
    Path certificate = Files.writeString(secrets.resolve("other.pem"), "another certificate");
    environment.putAll(
        Map.of(
            "DB_HOST", "db.example",
            "DB_PORT", "6543",
            "DB_NAME", "other",
            "DB_USER", "somebody",
            "DB_SSLMODE", "verify-ca",
            "DB_SSLROOTCERT", certificate.toString(),
            "DB_POOL_SIZE", "7",
            "CREDENTIAL_LIFETIME", "off",
            "HASH_THREADS", "3"));
    environment.put("SIGN_UP", "closed");
    environment.put("SIGN_UPS_PER_MINUTE", "1");
    environment.put("SIGN_UPS_PER_SOURCE", "2");
    environment.put("TRUSTED_PROXIES", "0");
    environment.put("OTP_ISSUER", "H\u00F4pital Nord");
    assertThat(settings().database())
        .isEqualTo(
            new DatabaseSettings(
                "db.example",
                6543,
                "other",
                "somebody",
                "open sesame",
                "verify-ca",
                Optional.of(certificate),
                7));
    assertThat(settings().credentialLifetime().amount()).isEmpty();
    assertThat(settings().hashThreads()).isEqualTo(3);
    assertThat(settings().signUpOpen()).isFalse();
    assertThat(settings().signUpsPerMinute()).isEqualTo(1);
    assertThat(settings().signUpsPerSource()).isEqualTo(2);
    assertThat(settings().trustedProxies()).isEqualTo(new TrustedProxies(0));
    assertThat(settings().otpIssuer()).isEqualTo("H\u00F4pital Nord");
  }

  @Test
  void areUnsetIfEmpty() {
    environment.put("DB_HOST", "");
    environment.put("DB_PORT", " ");
    environment.put("CREDENTIAL_LIFETIME", "\t");
    assertThat(settings().database().host()).isEqualTo("host.k3d.internal");
    assertThat(settings().database().port()).isEqualTo(5432);
    assertThat(settings().credentialLifetime().amount()).isPresent();
  }

  @Test
  void areTrimmed() {
    environment.put("DB_PORT", " 6543\n");
    assertThat(settings().database().port()).isEqualTo(6543);
  }

  @ParameterizedTest
  @CsvSource({
    "DB_PORT, 0, a whole number from 1 to 65535",
    "DB_PORT, 65536, a whole number from 1 to 65535",
    "DB_PORT, -1, a whole number from 1 to 65535",
    "DB_PORT, 5432.0, a whole number from 1 to 65535",
    "DB_PORT, tcp, a whole number from 1 to 65535",
    "DB_PORT, +5432, a whole number from 1 to 65535",
    "DB_PORT, \uFF15\uFF14\uFF13\uFF12, a whole number from 1 to 65535",
    "DB_PORT, 99999999999, a whole number from 1 to 65535",
    "DB_POOL_SIZE, 0, a whole number from 1 to 100",
    "DB_POOL_SIZE, 101, a whole number from 1 to 100",
    "DB_SSLMODE, prefer, 'one of verify-full, verify-ca, require, disable'",
    "DB_SSLMODE, allow, 'one of verify-full, verify-ca, require, disable'",
    "DB_SSLMODE, VERIFY-FULL, 'one of verify-full, verify-ca, require, disable'",
    "HASH_THREADS, 0, a whole number from 1 to",
    "HASH_THREADS, 65, a whole number from 1 to",
    "SIGN_UP, CLOSED, open or closed",
    "SIGN_UP, no, open or closed",
    "SIGN_UPS_PER_SOURCE, 0, 'a whole number from 1 to 10000'",
    "TRUSTED_PROXIES, -1, a whole number from 0 to 10",
    "TRUSTED_PROXIES, 11, a whole number from 0 to 10",
    "SIGN_UPS_PER_MINUTE, 0, 'a whole number from 1 to 100000'",
    "SIGN_UPS_PER_MINUTE, many, 'a whole number from 1 to 100000'",
    "CREDENTIAL_LIFETIME, P0D, a positive ISO-8601 period or duration",
    "CREDENTIAL_LIFETIME, 6 months, a positive ISO-8601 period or duration",
    "CREDENTIAL_LIFETIME, OFF, a positive ISO-8601 period or duration",
    "OTP_ISSUER, a:b, 1 to 64 characters without a colon",
    "OTP_ISSUER, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 1 to 64",
  })
  void rejectInvalidValuesAndNameTheAllowedOnes(String name, String value, String allowed) {
    environment.put(name, value);
    assertThatThrownBy(() -> readAll(settings()))
        .isInstanceOf(Misconfigured.class)
        .hasMessageStartingWith(name + " is \"" + value + "\"; it must be " + allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify-full", "verify-ca"})
  void requireACertificateInVerifyingModes(String mode) throws IOException {
    Files.delete(secrets.resolve("DB_CA_CERT"));
    environment.put("DB_SSLMODE", mode);
    assertThatThrownBy(() -> settings().database())
        .isInstanceOf(Misconfigured.class)
        .hasMessageContainingAll("DB_SSLMODE is " + mode, "DB_SSLROOTCERT", "DB_CA_CERT");
    environment.put("DB_SSLROOTCERT", secrets.resolve("missing.pem").toString());
    assertThatThrownBy(() -> settings().database()).isInstanceOf(Misconfigured.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"require", "disable"})
  void requireNoCertificateInOtherModes(String mode) throws IOException {
    Files.delete(secrets.resolve("DB_CA_CERT"));
    environment.put("DB_SSLMODE", mode);
    assertThat(settings().database().certificateAuthority()).isEmpty();
  }

  @Test
  void doNotPrintThePassword() {
    assertThat(settings().database().toString()).doesNotContain("sesame");
  }

  private Settings settings() {
    return new Settings(environment);
  }

  private static void readAll(Settings settings) {
    Consumer<Object> nothing = value -> {};
    nothing.accept(settings.database());
    nothing.accept(settings.credentialLifetime());
    nothing.accept(settings.hashThreads());
    nothing.accept(settings.signUpOpen());
    nothing.accept(settings.signUpsPerMinute());
    nothing.accept(settings.signUpsPerSource());
    nothing.accept(settings.trustedProxies());
    nothing.accept(settings.otpIssuer());
  }
}
