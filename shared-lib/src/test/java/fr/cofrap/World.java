package fr.cofrap;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.CredentialLifetime;
import fr.cofrap.account.InMemoryAccounts;
import fr.cofrap.account.SealedSecret;
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
import fr.cofrap.keys.Keys;
import fr.cofrap.login.LoginAttempt;
import fr.cofrap.login.LoginCompletion;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.login.LoginVerifier;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordHasher;
import fr.cofrap.recognition.Fingerprinter;
import fr.cofrap.recognition.PasswordVerifier;
import fr.cofrap.sealing.SecretVault;
import fr.cofrap.source.Source;
import fr.cofrap.throttle.CodeThrottle;
import fr.cofrap.throttle.InMemoryThrottle;
import fr.cofrap.ticket.RenewalTicket;
import fr.cofrap.ticket.TicketIssuer;
import fr.cofrap.totp.OneTimeCode;
import fr.cofrap.totp.TotpSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The flows on in-memory stores, with a clock that the test moves. */
public final class World {
  public final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T12:00:00Z"));
  public final RecordedEvents audit = new RecordedEvents();
  private final AuditTrail trail = new AuditTrail(List.of(audit));
  private final InMemoryThrottle throttle = new InMemoryThrottle();
  public final InMemoryAccounts accounts = new InMemoryAccounts(throttle::isDisabled);
  public final SecretVault vault;

  private final SeededRandom random;
  private final CredentialLifetime valid;
  private final Fingerprinter fingerprinter = new Fingerprinter(Keys.ring(3));
  private final TicketIssuer tickets = new TicketIssuer(Keys.ring(2));
  private final CredentialGenerator generator;
  private SignUp signUp;
  private final Renewal renewal;
  private final AuthenticatorBinding binding;
  private final LoginVerifier login;

  public World() {
    this("P6M", 1_000_000, 1);
  }

  public World(SignUpRules rules) {
    this("P6M", rules, 1);
  }

  public World(String lifetime, int signUpsPerMinute, long seed) {
    this(lifetime, new SignUpRules(true, 1_000_000, signUpsPerMinute), seed);
  }

  private World(String lifetime, SignUpRules rules, long seed) {
    random = new SeededRandom(seed);
    PasswordHasher hasher = CheapHasher.at(CheapHasher.COST);
    vault = new SecretVault(Keys.ring(1), random);
    valid = CredentialLifetime.parse(lifetime).orElseThrow();
    generator = new CredentialGenerator(hasher, fingerprinter, random);
    signUp = new SignUp(accounts, generator, rules, clock, trail);
    renewal = new Renewal(accounts, generator, tickets, throttle, clock, trail);
    binding = binding(accounts);
    login = verifier(accounts, hasher, vault);
  }

  /** A login on a replica that stores, hashes or opens secrets differently. */
  public LoginVerifier verifier(Accounts stored, PasswordHasher hasher, SecretVault opening) {
    return verifier(stored, hasher, throttle, opening);
  }

  /** A login on a replica that stores and counts codes differently. */
  public LoginVerifier verifier(Accounts stored, CodeThrottle counting) {
    return verifier(stored, CheapHasher.at(CheapHasher.COST), counting, vault);
  }

  /** A binding on a replica that stores differently. */
  public AuthenticatorBinding binding(Accounts stored) {
    PasswordHasher hasher = CheapHasher.at(CheapHasher.COST);
    return new AuthenticatorBinding(
        stored,
        new PasswordVerifier(stored, fingerprinter, hasher),
        vault,
        "COFRAP",
        random,
        clock,
        trail);
  }

  private LoginVerifier verifier(
      Accounts stored, PasswordHasher hasher, CodeThrottle counting, SecretVault opening) {
    return new LoginVerifier(
        new PasswordVerifier(stored, fingerprinter, hasher),
        counting,
        opening,
        new LoginCompletion(stored, tickets, valid),
        clock,
        trail);
  }

  public Instant now() {
    return clock.instant();
  }

  /** Long enough for the next code to belong to a later step. */
  public void waitForNextCode() {
    clock.advance(Duration.ofSeconds(30));
  }

  public SignUpOutcome signUp(String name) {
    return signUp(name, Optional.empty());
  }

  public SignUpOutcome signUp(String name, Source source) {
    return signUp(name, Optional.of(source));
  }

  public SignUpOutcome signUp(String name, Optional<Source> source) {
    return signUp.start(new Username(name), source);
  }

  /** As a restart with another setting would. */
  public void closeSignUp() {
    signUp = new SignUp(accounts, generator, new SignUpRules(false, 1, 1), clock, trail);
  }

  public RenewalOutcome renew(String name, RenewalTicket ticket) {
    return renewal.start(new Username(name), ticket.text());
  }

  public BindingOutcome bind(String name, Password password) {
    return binding.bind(new Username(name), password);
  }

  public LoginOutcome logIn(String name, Password password, OneTimeCode code) {
    return login.verify(new LoginAttempt(new Username(name), password, code, false));
  }

  public LoginOutcome logInToRenew(String name, Password password, OneTimeCode code) {
    return login.verify(new LoginAttempt(new Username(name), password, code, true));
  }

  /** The password of a sign-up that must succeed. */
  public Password issued(SignUpOutcome outcome) {
    if (outcome instanceof SignUpOutcome.Issued(var issued)) {
      return issued.password();
    }
    throw new AssertionError("expected a password, found " + outcome);
  }

  /** The password of a renewal that must succeed. */
  public Password issued(RenewalOutcome outcome) {
    if (outcome instanceof RenewalOutcome.Issued(var issued)) {
      return issued.password();
    }
    throw new AssertionError("expected a password, found " + outcome);
  }

  /** Binds an authenticator, which must succeed. */
  public Holder bound(String name, Password password) {
    if (bind(name, password) instanceof BindingOutcome.Bound bound) {
      return new Holder(this, name, password, bound.secret());
    }
    throw new AssertionError("expected an authenticator to be bound for " + name);
  }

  /** A user who has signed up and bound an authenticator, but not logged in. */
  public Holder signedUp(String name) {
    return bound(name, issued(signUp(name)));
  }

  /** A user whose authenticator has a secret chosen by the test. */
  public Holder signedUp(String name, TotpSecret secret) {
    Holder holder = signedUp(name);
    Account.SigningUp read = (Account.SigningUp) accounts.find(new Username(name), now());
    SealedSecret sealed = vault.seal(secret, read.id(), read.pending().setId());
    assertThat(accounts.bindAuthenticator(read.pending(), sealed, now())).isTrue();
    return new Holder(this, name, holder.password(), secret);
  }

  /** A user who logged in for the first time one step ago. */
  public Holder enrolled(String name) {
    Holder holder = signedUp(name);
    holder.mustLogIn();
    waitForNextCode();
    return holder;
  }

  /** New credentials for a ticket, bound but not yet used to log in. */
  public Holder renewed(String name, RenewalTicket ticket) {
    return bound(name, issued(renew(name, ticket)));
  }
}
