package fr.cofrap;

import fr.cofrap.account.Accounts;
import fr.cofrap.account.PasswordVerifier;
import fr.cofrap.audit.AuditTrail;
import fr.cofrap.audit.LoggedAuditTrail;
import fr.cofrap.config.Settings;
import fr.cofrap.enrollment.AuthenticatorBinding;
import fr.cofrap.enrollment.CredentialGenerator;
import fr.cofrap.enrollment.Renewal;
import fr.cofrap.enrollment.SignUp;
import fr.cofrap.enrollment.SignUpLimit;
import fr.cofrap.jdbc.Database;
import fr.cofrap.jdbc.PostgresAccounts;
import fr.cofrap.jdbc.PostgresCodeThrottle;
import fr.cofrap.login.CodeVerifier;
import fr.cofrap.login.LoginCompletion;
import fr.cofrap.login.LoginVerifier;
import fr.cofrap.password.HashCost;
import fr.cofrap.password.HashThreads;
import fr.cofrap.password.PasswordHasher;
import fr.cofrap.sealing.SecretVault;
import fr.cofrap.ticket.TicketIssuer;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Puts a function together from its settings, with one clock and one source of randomness.
 *
 * <p>Reads only the secrets that the flow it is asked for needs.
 */
public final class Wiring implements AutoCloseable {
  private final Settings settings;
  private final InstantSource clock = InstantSource.system();
  private final SecureRandom random = new SecureRandom();
  private final AuditTrail audit = new LoggedAuditTrail();
  private final Database database;
  private final Accounts accounts;
  private final HashThreads hashThreads;
  private final PasswordHasher hasher;

  /**
   * A function's wiring, from these settings.
   *
   * @throws fr.cofrap.runtime.Misconfigured if a setting or secret can only be wrong
   */
  public Wiring(Settings settings) {
    this.settings = settings;
    int threads = settings.hashThreads();
    database = new Database(settings.database(), clock);
    accounts = new PostgresAccounts(database);
    hashThreads = new HashThreads(threads, HashCost.OWASP_MINIMUM);
    hasher = new PasswordHasher(hashThreads, HashCost.OWASP_MINIMUM, random);
  }

  /** A function's wiring, from the process's environment. */
  public static Wiring fromEnvironment() {
    return new Wiring(new Settings(System.getenv()));
  }

  /** What {@code generate-password} does without a ticket. */
  public SignUp signUp() {
    return new SignUp(
        accounts,
        new CredentialGenerator(hasher, random),
        new SignUpLimit(settings.signUpsPerMinute()),
        clock,
        audit);
  }

  /** What {@code generate-password} does with a ticket. */
  public Renewal renewal() {
    return new Renewal(
        accounts,
        new CredentialGenerator(hasher, random),
        new TicketIssuer(settings.ticketKeys()),
        clock,
        audit);
  }

  /** What {@code generate-2fa} does. */
  public AuthenticatorBinding authenticatorBinding() {
    return new AuthenticatorBinding(
        accounts,
        new PasswordVerifier(accounts, hasher),
        new SecretVault(settings.totpSecretKeys(), random),
        settings.otpIssuer(),
        random,
        clock,
        audit);
  }

  /** What {@code authenticate-user} does. */
  public LoginVerifier loginVerifier() {
    return new LoginVerifier(
        new PasswordVerifier(accounts, hasher),
        new CodeVerifier(
            new PostgresCodeThrottle(database), new SecretVault(settings.totpSecretKeys(), random)),
        new LoginCompletion(
            accounts, new TicketIssuer(settings.ticketKeys()), settings.credentialLifetime()),
        settings.credentialLifetime(),
        clock,
        audit);
  }

  /** Waits a little for the database, so that the first calls find it; it may stay away. */
  public void awaitDatabase() {
    database.awaitFirstConnection();
  }

  /** Ends the hashing threads and the connections. */
  @Override
  public void close() {
    hashThreads.close();
    database.close();
  }
}
