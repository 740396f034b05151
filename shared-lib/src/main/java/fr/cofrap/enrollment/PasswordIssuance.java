package fr.cofrap.enrollment;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.NewCredentials;
import fr.cofrap.account.Username;
import fr.cofrap.audit.AuditTrail;
import fr.cofrap.audit.Decision;
import fr.cofrap.enrollment.PasswordIssuanceOutcome.InvalidTicket;
import fr.cofrap.enrollment.PasswordIssuanceOutcome.Issued;
import fr.cofrap.enrollment.PasswordIssuanceOutcome.TooManySignUps;
import fr.cofrap.enrollment.PasswordIssuanceOutcome.UsernameTaken;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordGenerator;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.password.PasswordHasher;
import fr.cofrap.ticket.TicketClaims;
import fr.cofrap.ticket.TicketIssuer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Hands out passwords: to a new user, or to one with a ticket to renew. */
public final class PasswordIssuance {
  /** How long a sign-up reserves its name. */
  public static final Duration PENDING = Duration.ofMinutes(15);

  /** How long pending credentials can be bound and activated. */
  public static final Duration USABLE = Duration.ofHours(24);

  private final Accounts accounts;
  private final PasswordGenerator generator;
  private final PasswordHasher hasher;
  private final TicketIssuer tickets;
  private final SignUpLimit limit;
  private final SecureRandom random;
  private final InstantSource clock;
  private final AuditTrail audit;

  public PasswordIssuance(
      Accounts accounts,
      PasswordGenerator generator,
      PasswordHasher hasher,
      TicketIssuer tickets,
      SignUpLimit limit,
      SecureRandom random,
      InstantSource clock,
      AuditTrail audit) {
    this.accounts = accounts;
    this.generator = generator;
    this.hasher = hasher;
    this.tickets = tickets;
    this.limit = limit;
    this.random = random;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Starts a sign-up.
   *
   * @throws fr.cofrap.Unavailable when store or hashing cannot serve now
   */
  public PasswordIssuanceOutcome signUp(Username username) {
    Instant now = clock.instant();
    Account account = accounts.find(username, now);
    if (isTaken(account, now)) {
      return refused(Decision.SIGN_UP_NAME_TAKEN, account, new UsernameTaken());
    }
    Optional<Duration> wait = limit.admit(now);
    if (wait.isPresent()) {
      return refused(Decision.SIGN_UP_LIMIT_REACHED, account, new TooManySignUps(wait.get()));
    }
    Password password = generator.generate();
    NewCredentials credentials = credentials(hasher.hash(password), now);
    if (!accounts.startSignUp(username, credentials, now)) {
      return refused(Decision.SIGN_UP_NAME_TAKEN, account, new UsernameTaken());
    }
    audit.record(Decision.PASSWORD_ISSUED, username);
    return issued(username, password, credentials);
  }

  /**
   * Starts a renewal. The credentials in force stay so until the new ones have logged in.
   *
   * @param ticket as the client sent it
   * @throws fr.cofrap.Unavailable when store or hashing cannot serve now
   */
  public PasswordIssuanceOutcome renew(Username username, String ticket) {
    Instant now = clock.instant();
    Account account = accounts.find(username, now);
    Optional<TicketClaims> claims = tickets.verify(ticket, now);
    if (claims.isEmpty()) {
      return refused(Decision.TICKET_NOT_GENUINE, account, new InvalidTicket());
    }
    if (!(account instanceof Account.Enrolled user) || !user.id().equals(claims.get().user())) {
      return refused(Decision.TICKET_OF_ANOTHER_USER, account, new InvalidTicket());
    }
    CredentialSetId replaces = claims.get().replaces();
    if (!user.active().setId().equals(replaces)) {
      return refused(Decision.TICKET_SUPERSEDED, account, new InvalidTicket());
    }
    Password password = generator.generate();
    NewCredentials credentials =
        credentials(hasher.hashAlike(password, user.active().password()), now);
    if (!accounts.startRenewal(user.id(), replaces, credentials, now)) {
      return refused(Decision.TICKET_SUPERSEDED, account, new InvalidTicket());
    }
    audit.record(Decision.RENEWAL_ISSUED, account);
    return issued(username, password, credentials);
  }

  private static boolean isTaken(Account account, Instant now) {
    return switch (account) {
      case Account.Absent() -> false;
      case Account.SigningUp signUp -> now.isBefore(signUp.pending().pendingUntil());
      case Account.Enrolled user -> true;
    };
  }

  private NewCredentials credentials(PasswordHash hash, Instant now) {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    return new NewCredentials(
        CredentialSetId.random(random), hash, second.plus(PENDING), second.plus(USABLE));
  }

  private PasswordIssuanceOutcome refused(
      Decision decision, Account account, PasswordIssuanceOutcome outcome) {
    audit.record(decision, account);
    return outcome;
  }

  private static Issued issued(Username username, Password password, NewCredentials credentials) {
    return new Issued(username, password, credentials.pendingUntil(), credentials.usableUntil());
  }
}
