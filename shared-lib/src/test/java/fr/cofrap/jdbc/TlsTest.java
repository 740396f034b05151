package fr.cofrap.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.cofrap.Bounded;
import fr.cofrap.MutableClock;
import fr.cofrap.jdbc.CertificateAuthority.ServerCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which servers are accepted as the database, and that nothing is sent in the clear. */
@Tag("postgres")
final class TlsTest {
  @TempDir private static Path folder;
  private static CertificateAuthority authority;
  private static ServerCertificate forLocalhost;
  private static TlsServer server;

  private final MutableClock clock = new MutableClock(Instant.EPOCH);
  private final CapturedLog log = new CapturedLog("fr.cofrap.database");

  @BeforeAll
  static void start() throws Exception {
    authority = new CertificateAuthority(folder.resolve("ours"));
    forLocalhost = authority.issue("localhost");
    server = new TlsServer(folder, forLocalhost);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void presentAValidCertificate() throws Exception {
    server.present(forLocalhost);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify-full", "verify-ca", "require"})
  void encryptsInEverySslMode(String sslMode) {
    try (Database database = at("localhost", sslMode)) {
      assertAccepted(database);
    }
  }

  @Test
  void verifyFullRejectsACertificateForAnotherName() throws Exception {
    server.present(authority.issue("database.example.org"));
    try (Database database = at("localhost", "verify-full");
        Database withoutName = at("localhost", "verify-ca")) {
      assertRejected(database, "its TLS certificate is for another host name");
      assertAccepted(withoutName);
      server.present(forLocalhost);
      assertAccepted(database);
    }
  }

  /** The certificate names the same machine, but not the address that was connected to. */
  @Test
  void verifyFullRejectsAnAddressThatTheCertificateDoesNotName() {
    try (Database database = at("127.0.0.1", "verify-full")) {
      assertRejected(database, "its TLS certificate is for another host name");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify-full", "verify-ca"})
  void rejectsACertificateOfAnotherAuthority(String sslMode) throws Exception {
    Path other = new CertificateAuthority(folder.resolve("other-" + sslMode)).certificate();
    try (Database database = at(server.settings("localhost", sslMode, other))) {
      assertRejected(database, "its TLS certificate is not accepted");
    }
  }

  @Test
  void rejectsAnExpiredCertificate() throws Exception {
    server.present(authority.issueExpired("localhost"));
    try (Database database = at("localhost", "verify-full")) {
      assertRejected(database, "its TLS certificate is not accepted");
    }
  }

  /** A man in the middle could claim this to get everything in the clear. */
  @ParameterizedTest
  @ValueSource(strings = {"verify-full", "verify-ca", "require"})
  void rejectsAServerThatClaimsToHaveNoTls(String sslMode) {
    DatabaseSettings plain = TestDatabase.settings(TestDatabase.port(), 2);
    DatabaseSettings settings =
        new DatabaseSettings(
            plain.host(),
            plain.port(),
            plain.name(),
            plain.user(),
            plain.password(),
            sslMode,
            Optional.of(authority.certificate()),
            plain.poolSize());
    try (Database database = at(settings)) {
      assertRejected(database, "SSL");
    }
  }

  @Test
  void aServerThatRequiresTlsRejectsPlainConnections() {
    try (Database database = at("localhost", "disable")) {
      assertRejected(database, "no encryption");
    }
  }

  private Database at(String host, String sslMode) {
    return at(server.settings(host, sslMode, authority.certificate()));
  }

  private Database at(DatabaseSettings settings) {
    return new Database(settings, clock);
  }

  /** A slow machine may at first fail to connect in time; only the expected failure counts. */
  private void assertRejected(Database database, String reason) {
    Bounded.until(
        "the server is rejected: " + reason,
        () -> {
          clock.advance(Duration.ofMinutes(1));
          ClientResponse.assertServiceUnavailable(() -> isEncrypted(database));
          return log.lines(Level.WARNING).stream().anyMatch(line -> line.contains(reason));
        });
  }

  private static void assertAccepted(Database database) {
    AtomicBoolean encrypted = new AtomicBoolean();
    Bounded.until(
        "the server is accepted",
        () -> catchThrowable(() -> encrypted.set(isEncrypted(database))) == null);
    assertThat(encrypted).isTrue();
  }

  private static boolean isEncrypted(Database database) {
    return database.call(c ->
        Sql.first(
                c,
                "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
                row -> row.getBoolean(1))
            .orElseThrow());
  }
}
