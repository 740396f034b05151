package fr.cofrap;

import fr.cofrap.account.Accounts;
import fr.cofrap.audit.AuditLog;
import fr.cofrap.audit.AuditTrail;
import fr.cofrap.config.Settings;
import fr.cofrap.jdbc.Database;
import fr.cofrap.jdbc.PostgresAccounts;
import fr.cofrap.jdbc.PostgresCodeThrottle;
import fr.cofrap.password.HashCost;
import fr.cofrap.password.HashThreads;
import fr.cofrap.password.PasswordHasher;
import fr.cofrap.recognition.Fingerprinter;
import fr.cofrap.recognition.PasswordVerifier;
import fr.cofrap.sealing.SecretVault;
import fr.cofrap.throttle.CodeThrottle;
import fr.cofrap.ticket.TicketIssuer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/**
 * The parts that functions consist of. Each function composes its own flow from them.
 *
 * <p>What is expensive (connections, hashing threads) is created on first use, and shared. A
 * function gets all its parts in its constructor, so an invalid setting or a missing key stops it
 * at startup, with {@link fr.cofrap.runtime.Misconfigured}, and a key that it does not use is never
 * read.
 */
public final class Wiring implements AutoCloseable {
  private final Settings settings;
  private final InstantSource clock = InstantSource.system();
  private final SecureRandom random = new SecureRandom();
  private final AuditTrail audit = new AuditTrail(List.of(new AuditLog()));
  private final Lazy<Database> database;
  private final Lazy<HashThreads> hashThreads;
  private final Lazy<PasswordHasher> passwordHasher;

  /** The parts as these settings describe them. */
  public Wiring(Settings settings) {
    this.settings = settings;
    database = new Lazy<>(() -> new Database(settings.database(), clock));
    hashThreads = new Lazy<>(() -> new HashThreads(settings.hashThreads(), HashCost.OWASP_MINIMUM));
    passwordHasher =
        new Lazy<>(() -> new PasswordHasher(hashThreads.get(), HashCost.OWASP_MINIMUM, random));
  }

  /** The parts as the environment of this process describes them. */
  public static Wiring fromEnvironment() {
    return new Wiring(new Settings(System.getenv()));
  }

  public Settings settings() {
    return settings;
  }

  public InstantSource clock() {
    return clock;
  }

  public SecureRandom random() {
    return random;
  }

  public AuditTrail audit() {
    return audit;
  }

  /** The accounts in PostgreSQL; starts to connect. */
  public Accounts accounts() {
    return new PostgresAccounts(database.get());
  }

  /** The limit of wrong codes, in PostgreSQL; starts to connect. */
  public CodeThrottle codeThrottle() {
    return new PostgresCodeThrottle(database.get());
  }

  /** Hashes with Argon2id, on threads of its own. */
  public PasswordHasher passwordHasher() {
    return passwordHasher.get();
  }

  /** Makes and compares fingerprints of passwords; reads their keys. */
  public Fingerprinter fingerprinter() {
    return new Fingerprinter(settings.fingerprintKeys());
  }

  public PasswordVerifier passwordVerifier() {
    return new PasswordVerifier(accounts(), fingerprinter(), passwordHasher());
  }

  /** Seals and opens TOTP secrets; reads their keys. */
  public SecretVault secretVault() {
    return new SecretVault(settings.totpSecretKeys(), random);
  }

  /** Issues and verifies renewal tickets; reads their keys. */
  public TicketIssuer ticketIssuer() {
    return new TicketIssuer(settings.ticketKeys());
  }

  /**
   * Waits up to three seconds for the first connection; the database may still be unavailable then.
   */
  public void awaitDatabase() {
    database.ifCreated().ifPresent(Database::awaitFirstConnection);
  }

  /** Stops the hashing threads and closes the connections, if there are any. */
  @Override
  public void close() {
    hashThreads.ifCreated().ifPresent(HashThreads::close);
    database.ifCreated().ifPresent(Database::close);
  }
}
