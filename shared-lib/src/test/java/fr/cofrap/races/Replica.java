package fr.cofrap.races;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.CredentialLifetime;
import fr.cofrap.account.SampleCredentials;
import fr.cofrap.account.Username;
import fr.cofrap.audit.AuditTrail;
import fr.cofrap.enrollment.AuthenticatorBinding;
import fr.cofrap.enrollment.BindingOutcome;
import fr.cofrap.enrollment.CredentialGenerator;
import fr.cofrap.enrollment.Renewal;
import fr.cofrap.enrollment.RenewalOutcome;
import fr.cofrap.enrollment.SignUp;
import fr.cofrap.enrollment.SignUpOutcome;
import fr.cofrap.enrollment.SignUpRules;
import fr.cofrap.jdbc.Database;
import fr.cofrap.jdbc.PostgresAccounts;
import fr.cofrap.jdbc.PostgresCodeThrottle;
import fr.cofrap.keys.KeyRing;
import fr.cofrap.keys.Keys;
import fr.cofrap.keys.SecretKey;
import fr.cofrap.login.LoginAttempt;
import fr.cofrap.login.LoginCompletion;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.login.LoginVerifier;
import fr.cofrap.password.HashCost;
import fr.cofrap.password.HashThreads;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordHasher;
import fr.cofrap.recognition.Fingerprinter;
import fr.cofrap.recognition.PasswordVerifier;
import fr.cofrap.sealing.SecretVault;
import fr.cofrap.throttle.CodeThrottle;
import fr.cofrap.ticket.RenewalTicket;
import fr.cofrap.ticket.TicketIssuer;
import fr.cofrap.totp.TimeStep;
import fr.cofrap.totp.TotpSecret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The flows of one replica, with a cheap hash and a fixed clock. */
final class Replica {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final TimeStep PREVIOUS_STEP = TimeStep.at(NOW.minusSeconds(30));
  static final TimeStep STEP = TimeStep.at(NOW);
  static final TimeStep NEXT_STEP = TimeStep.at(NOW.plusSeconds(30));

  static final HashCost CHEAP = new HashCost(64, 1, 1);
  static final HashCost LESS_CHEAP = new HashCost(64, 2, 1);

  private static final SignUpRules UNLIMITED =
      new SignUpRules(true, Integer.MAX_VALUE, Integer.MAX_VALUE);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HashThreads HASHING = new HashThreads(10, CHEAP);
  private static final KeyRing KEYS =
      new KeyRing(SecretKey.of(new byte[32]).orElseThrow(), List.of());
  private static final KeyRing OTHER_KEYS = Keys.ring(9);
  private static final Fingerprinter FINGERPRINTER = new Fingerprinter(KEYS);
  private static final CredentialLifetime SIX_MONTHS =
      CredentialLifetime.parse("P6M").orElseThrow();
  private static final SecretVault VAULT = new SecretVault(KEYS, RANDOM);

  private final Accounts accounts;
  private final SignUp signUp;
  private final Renewal renewal;
  private final AuthenticatorBinding binding;
  private final LoginVerifier verifier;

  Replica(Accounts accounts, CodeThrottle throttle, Instant now, HashCost cost) {
    this(accounts, throttle, now, new PasswordHasher(HASHING, cost, RANDOM));
  }

  private Replica(Accounts accounts, CodeThrottle throttle, Instant now, PasswordHasher hasher) {
    this(accounts, throttle, now, hasher, FINGERPRINTER);
  }

  private Replica(
      Accounts accounts,
      CodeThrottle throttle,
      Instant now,
      PasswordHasher hasher,
      Fingerprinter fingerprinter) {
    this.accounts = accounts;
    InstantSource clock = InstantSource.fixed(now);
    PasswordVerifier passwords = new PasswordVerifier(accounts, fingerprinter, hasher);
    TicketIssuer tickets = new TicketIssuer(KEYS);
    AuditTrail nowhere = new AuditTrail(List.of());
    CredentialGenerator generator = new CredentialGenerator(hasher, fingerprinter, RANDOM);
    signUp = new SignUp(accounts, generator, UNLIMITED, clock, nowhere);
    renewal = new Renewal(accounts, generator, tickets, throttle, clock, nowhere);
    binding =
        new AuthenticatorBinding(accounts, passwords, VAULT, "COFRAP", RANDOM, clock, nowhere);
    verifier =
        new LoginVerifier(
            passwords,
            throttle,
            VAULT,
            new LoginCompletion(accounts, tickets, SIX_MONTHS),
            clock,
            nowhere);
  }

  static Replica on(Database database) {
    return on(database, NOW);
  }

  static Replica on(Database database, Instant now) {
    return with(new PostgresAccounts(database), database, now);
  }

  /** A replica that hashes on the given threads. */
  static Replica hashingOn(HashThreads threads, Database database) {
    return new Replica(
        new PostgresAccounts(database),
        new PostgresCodeThrottle(database),
        NOW,
        new PasswordHasher(threads, CHEAP, RANDOM));
  }

  /** The same without the key of the fingerprints: it hashes to recognize a password. */
  static Replica withoutTheKey(HashThreads threads, Database database) {
    return new Replica(
        new PostgresAccounts(database),
        new PostgresCodeThrottle(database),
        NOW,
        new PasswordHasher(threads, CHEAP, RANDOM),
        new Fingerprinter(OTHER_KEYS));
  }

  /** A replica with the given accounts and everything else real. */
  static Replica with(Accounts accounts, Database database) {
    return with(accounts, database, NOW);
  }

  private static Replica with(Accounts accounts, Database database, Instant now) {
    return new Replica(accounts, new PostgresCodeThrottle(database), now, CHEAP);
  }

  /** The time of sign-ups whose reservations end now. */
  static Instant reservationAgo() {
    return NOW.minus(CredentialGenerator.PENDING);
  }

  static Instant sevenMonthsAgo() {
    return NOW.minus(Duration.ofDays(213));
  }

  SignUpOutcome signUp(Username name) {
    return signUp.start(name, Optional.empty());
  }

  RenewalOutcome renew(Person person, RenewalTicket ticket) {
    return renewal.start(person.name(), ticket.text());
  }

  BindingOutcome bind(Username name, Password password) {
    return binding.bind(name, password);
  }

  BindingOutcome bindAgain(Person person) {
    return binding.bind(person.name(), person.password());
  }

  LoginOutcome logIn(LoginAttempt attempt) {
    return verifier.verify(attempt);
  }

  boolean succeeds(LoginAttempt attempt) {
    return logIn(attempt) instanceof LoginOutcome.Authenticated;
  }

  /** A new user with both factors who has not logged in yet. */
  Person signedUp() {
    Username name = SampleCredentials.unusedName();
    SignUpOutcome.Issued outcome = (SignUpOutcome.Issued) signUp(name);
    return bound(name, outcome.issued().password());
  }

  /** A new user who has logged in once, with the code of this clock's previous step. */
  Person enrolled(Instant now) {
    Person person = signedUp();
    if (!succeeds(person.at(TimeStep.at(now.minusSeconds(30))))) {
      throw new AssertionError("the first login failed");
    }
    return person;
  }

  Person enrolled() {
    return enrolled(NOW);
  }

  /** A ticket earned with the code of this step. */
  RenewalTicket ticket(Person person, TimeStep step) {
    return switch (logIn(person.askingForTicket(step))) {
      case LoginOutcome.Authenticated in -> in.renewalTicket().orElseThrow();
      case LoginOutcome.Expired over -> over.renewalTicket();
      case LoginOutcome.Rejected no -> throw new AssertionError(no);
      case LoginOutcome.Throttled no -> throw new AssertionError(no);
    };
  }

  /** The same user with new credentials, not yet used to log in. */
  Person renewing(Person person, RenewalTicket ticket) {
    RenewalOutcome.Issued outcome = (RenewalOutcome.Issued) renew(person, ticket);
    return bound(person.name(), outcome.issued().password());
  }

  /** The secret that is bound to a name's pending credentials now. */
  TotpSecret pendingSecret(Username name) {
    return switch (accounts.find(name, NOW)) {
      case Account.Absent nobody -> throw new AssertionError(nobody);
      case Account.SigningUp(var id, var username, var pending) ->
          VAULT.open(pending.totpSecret().orElseThrow(), id, pending.setId());
      case Account.Enrolled(var id, var username, var active, var renewal) ->
          VAULT.open(
              renewal.orElseThrow().totpSecret().orElseThrow(), id, renewal.orElseThrow().setId());
    };
  }

  private Person bound(Username name, Password password) {
    BindingOutcome.Bound bound = (BindingOutcome.Bound) bind(name, password);
    return new Person(name, password, bound.secret());
  }
}
