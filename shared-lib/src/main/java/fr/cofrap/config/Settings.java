package fr.cofrap.config;

import fr.cofrap.account.CredentialLifetime;
import fr.cofrap.jdbc.DatabaseSettings;
import fr.cofrap.keys.KeyRing;
import fr.cofrap.runtime.Misconfigured;
import fr.cofrap.source.TrustedProxies;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings and secrets of a function.
 *
 * <p>Each value is checked when it is read, which is at startup. A value that is not allowed throws
 * {@link Misconfigured}, with a message that says what is.
 */
public final class Settings {
  private static final List<String> SSL_MODES =
      List.of("verify-full", "verify-ca", "require", "disable");
  private static final int MAX_DEFAULT_HASH_THREADS = 2;
  private static final int MAX_HASH_THREADS = 64;
  private static final long HEAP_OF_ONE_HASH = 20L << 20;
  private static final long HEAP_BESIDE_HASHES = 18L << 20;

  private final EnvironmentVariables environment;
  private final SecretFiles secrets;

  /**
   * The settings of a process.
   *
   * @param variables as from {@link System#getenv()}
   */
  public Settings(Map<String, String> variables) {
    environment = new EnvironmentVariables(variables);
    secrets = new SecretFiles(Path.of(environment.text("SECRETS_DIR", "/var/openfaas/secrets")));
  }

  /** Where the database is. By default the connection uses TLS and verifies the certificate. */
  public DatabaseSettings database() {
    String sslMode =
        environment.read(
            "DB_SSLMODE",
            "verify-full",
            "one of " + String.join(", ", SSL_MODES),
            mode -> Optional.of(mode).filter(SSL_MODES::contains));
    return new DatabaseSettings(
        environment.text("DB_HOST", "host.k3d.internal"),
        environment.number("DB_PORT", 5432, 1, 65_535),
        environment.text("DB_NAME", "cofrap"),
        environment.text("DB_USER", "cofrap_app"),
        secrets.text("DB_PASSWORD"),
        sslMode,
        certificateAuthority(sslMode),
        databasePoolSize());
  }

  /** The maximum number of database connections of one replica. */
  int databasePoolSize() {
    return environment.number("DB_POOL_SIZE", 4, 1, 100);
  }

  private Optional<Path> certificateAuthority(String sslMode) {
    Optional<Path> file =
        environment.text("DB_SSLROOTCERT").map(Path::of).or(() -> secrets.fileOf("DB_CA_CERT"));
    if (sslMode.startsWith("verify-") && file.filter(f -> f.toFile().canRead()).isEmpty()) {
      throw new Misconfigured(
          "DB_SSLMODE is %s, but there is no certificate to verify with: set DB_SSLROOTCERT to a PEM file, or mount the secret DB_CA_CERT"
              .formatted(sslMode));
    }
    return file;
  }

  /** How long credentials are valid: six calendar months by default. */
  public CredentialLifetime credentialLifetime() {
    return environment.read(
        "CREDENTIAL_LIFETIME",
        "P6M",
        "a positive ISO-8601 period or duration, such as P6M or PT2M, or off",
        CredentialLifetime::parse);
  }

  /** How many hashes are computed at a time: no more than the heap (-Xmx) has memory for. */
  public int hashThreads() {
    return hashThreads(
        Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory());
  }

  int hashThreads(int processors, long heapBytes) {
    long fitting = (heapBytes - HEAP_BESIDE_HASHES) / HEAP_OF_ONE_HASH;
    int most = Math.clamp(fitting, 1, MAX_HASH_THREADS);
    int usual = Math.min(Math.min(processors, MAX_DEFAULT_HASH_THREADS), most);
    return environment.number("HASH_THREADS", usual, 1, most);
  }

  /** Whether anyone may sign up. */
  public boolean signUpOpen() {
    return environment.read(
        "SIGN_UP",
        "open",
        "open or closed",
        value ->
            switch (value) {
              case "open" -> Optional.of(true);
              case "closed" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /** The maximum number of sign-ups of all replicas together per minute. */
  public int signUpsPerMinute() {
    return environment.number("SIGN_UPS_PER_MINUTE", 60, 1, 100_000);
  }

  /** The maximum number of sign-ups per minute that one replica accepts from one source. */
  public int signUpsPerSource() {
    return environment.number("SIGN_UPS_PER_SOURCE", 5, 1, 10_000);
  }

  /** The proxies that append to {@code X-Forwarded-For}: by default one, which serves the pages. */
  public TrustedProxies trustedProxies() {
    return new TrustedProxies(environment.number("TRUSTED_PROXIES", 1, 0, 10));
  }

  /** The name that authenticators show above the username. */
  public String otpIssuer() {
    return environment.read(
        "OTP_ISSUER",
        "COFRAP",
        "1 to 64 characters without a colon",
        issuer -> Optional.of(issuer).filter(i -> i.length() <= 64 && !i.contains(":")));
  }

  /** The keys that seal TOTP secrets, from the secret {@code MFA_KEY_B64}. */
  public KeyRing totpSecretKeys() {
    return secrets.keyRing("MFA");
  }

  /** The keys of passwords' fingerprints, from the secret {@code FINGERPRINT_KEY_B64}. */
  public KeyRing fingerprintKeys() {
    return secrets.keyRing("FINGERPRINT");
  }

  /** The keys that sign renewal tickets, from the secret {@code TICKET_KEY_B64}. */
  public KeyRing ticketKeys() {
    return secrets.keyRing("TICKET");
  }
}
