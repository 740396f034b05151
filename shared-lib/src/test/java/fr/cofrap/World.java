package fr.cofrap;

import fr.cofrap.account.CredentialLifetime;
import fr.cofrap.account.InMemoryAccounts;
import fr.cofrap.account.PasswordVerifier;
import fr.cofrap.account.Username;
import fr.cofrap.enrollment.AuthenticatorBinding;
import fr.cofrap.enrollment.BindingOutcome;
import fr.cofrap.enrollment.PasswordIssuance;
import fr.cofrap.enrollment.PasswordIssuanceOutcome;
import fr.cofrap.enrollment.SignUpLimit;
import fr.cofrap.login.CodeVerifier;
import fr.cofrap.login.InMemoryThrottle;
import fr.cofrap.login.LoginAttempt;
import fr.cofrap.login.LoginCompletion;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.login.LoginVerifier;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordGenerator;
import fr.cofrap.password.PasswordHasher;
import fr.cofrap.sealing.Keys;
import fr.cofrap.sealing.SecretVault;
import fr.cofrap.ticket.RenewalTicket;
import fr.cofrap.ticket.TicketIssuer;
import fr.cofrap.totp.OneTimeCode;
import java.time.Duration;
import java.time.Instant;

/** The three flows over stores in memory, with a clock that a test moves. */
public final class World {
  public final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T12:00:00Z"));
  public final RecordingAuditTrail audit = new RecordingAuditTrail();

  private final SeededRandom random;
  private final InMemoryThrottle throttle = new InMemoryThrottle();
  private final InMemoryAccounts accounts = new InMemoryAccounts(throttle::isDisabled);
  private final PasswordIssuance issuance;
  private final AuthenticatorBinding binding;
  private final LoginVerifier login;

  public World() {
    this("P6M", 1_000_000, 1);
  }

  public World(String lifetime, int signUpsPerMinute, long seed) {
    random = new SeededRandom(seed);
    PasswordHasher hasher = CheapHasher.at(CheapHasher.COST);
    PasswordVerifier passwords = new PasswordVerifier(accounts, hasher);
    SecretVault vault = new SecretVault(Keys.ring(1), random);
    TicketIssuer tickets = new TicketIssuer(Keys.ring(2));
    CredentialLifetime valid = CredentialLifetime.parse(lifetime).orElseThrow();
    issuance =
        new PasswordIssuance(
            accounts,
            new PasswordGenerator(random),
            hasher,
            tickets,
            new SignUpLimit(signUpsPerMinute),
            random,
            clock,
            audit);
    binding = new AuthenticatorBinding(accounts, passwords, vault, "COFRAP", random, clock, audit);
    login =
        new LoginVerifier(
            passwords,
            new CodeVerifier(throttle, vault),
            new LoginCompletion(accounts, tickets, valid),
            valid,
            clock,
            audit);
  }

  public Instant now() {
    return clock.instant();
  }

  /** Far enough for the next code to be another step's. */
  public void waitForNextCode() {
    clock.advance(Duration.ofSeconds(30));
  }

  public PasswordIssuanceOutcome signUp(String name) {
    return issuance.signUp(new Username(name));
  }

  public PasswordIssuanceOutcome renew(String name, RenewalTicket ticket) {
    return issuance.renew(new Username(name), ticket.text());
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

  /** A password that must be issued. */
  public Password issued(PasswordIssuanceOutcome outcome) {
    if (outcome instanceof PasswordIssuanceOutcome.Issued issued) {
      return issued.password();
    }
    throw new AssertionError("no password was issued but " + outcome);
  }

  /** Binds an authenticator, which must succeed. */
  public Holder bound(String name, Password password) {
    if (bind(name, password) instanceof BindingOutcome.Bound bound) {
      return new Holder(this, name, password, bound.secret());
    }
    throw new AssertionError("no authenticator was bound for " + name);
  }

  /** Somebody who has signed up and bound an authenticator, but not logged in. */
  public Holder signedUp(String name) {
    return bound(name, issued(signUp(name)));
  }

  /** Somebody who has logged in for the first time, a step ago. */
  public Holder enrolled(String name) {
    Holder holder = signedUp(name);
    holder.mustLogIn();
    waitForNextCode();
    return holder;
  }

  /** New credentials for a ticket, bound, but not logged in with. */
  public Holder renewed(String name, RenewalTicket ticket) {
    return bound(name, issued(renew(name, ticket)));
  }
}
