package fr.cofrap.enrollment;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.NewCredentials;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.Username;
import fr.cofrap.audit.AuditTrail;
import fr.cofrap.audit.RenewalEvent;
import fr.cofrap.audit.RenewalEvent.Result;
import fr.cofrap.audit.Subject;
import fr.cofrap.password.Password;
import fr.cofrap.throttle.CodeThrottle;
import fr.cofrap.throttle.CodeThrottle.Refusal;
import fr.cofrap.ticket.TicketClaims;
import fr.cofrap.ticket.TicketIssuer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Renews credentials: ticket → its user → its credentials still in force → password → stored.
 *
 * <p>The current credentials stay in force until the new ones have logged in.
 */
public final class Renewal {
  private final Accounts accounts;
  private final CredentialGenerator generator;
  private final TicketIssuer tickets;
  private final CodeThrottle throttle;
  private final InstantSource clock;
  private final AuditTrail audit;

  public Renewal(
      Accounts accounts,
      CredentialGenerator generator,
      TicketIssuer tickets,
      CodeThrottle throttle,
      InstantSource clock,
      AuditTrail audit) {
    this.accounts = accounts;
    this.generator = generator;
    this.tickets = tickets;
    this.throttle = throttle;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Issues a password for a ticket. Nothing is hashed for a ticket that is rejected.
   *
   * @param ticket as the client sent it
   * @throws fr.cofrap.Unavailable when the database or hashing is unavailable
   */
  public RenewalOutcome start(Username username, String ticket) {
    Instant now = clock.instant();
    Account account = accounts.find(username, now);
    Optional<TicketClaims> claims = tickets.verify(ticket, now);
    if (claims.isEmpty()) {
      return rejected(Result.TICKET_INVALID, account);
    }
    if (!(account instanceof Account.Enrolled user) || !user.id().equals(claims.get().user())) {
      return rejected(Result.TICKET_OF_ANOTHER_USER, account);
    }
    CredentialSetId replaces = claims.get().replaces();
    if (!user.active().setId().equals(replaces)) {
      return rejected(Result.TICKET_SUPERSEDED, account);
    }
    Instant ticketExpiresAt = claims.get().expiresAt();
    if (isUsedUp(user, ticketExpiresAt)) {
      return rejected(Result.TICKET_USED_UP, account);
    }
    if (throttle.refusal(replaces, now).filter(Refusal.Disabled.class::isInstance).isPresent()) {
      return rejected(Result.DISABLED, account);
    }
    Password password = generator.password();
    NewCredentials credentials = generator.credentials(password, replaces, now);
    if (!accounts.startRenewal(user.id(), replaces, ticketExpiresAt, credentials)) {
      return rejected(Result.TICKET_SUPERSEDED, account);
    }
    audit.record(new RenewalEvent(Result.ISSUED, Subject.of(account)));
    return new RenewalOutcome.Issued(new IssuedPassword(username, password, credentials));
  }

  private static boolean isUsedUp(Account.Enrolled user, Instant ticketExpiresAt) {
    return user.renewal()
        .flatMap(PendingCredentials::ticket)
        .filter(used -> !used.allows(ticketExpiresAt))
        .isPresent();
  }

  private RenewalOutcome rejected(Result reason, Account account) {
    audit.record(new RenewalEvent(reason, Subject.of(account)));
    return new RenewalOutcome.InvalidTicket();
  }
}
