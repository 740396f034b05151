package fr.cofrap.login;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.ActiveCredentials;
import fr.cofrap.account.CredentialLifetime;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import fr.cofrap.ticket.RenewalTicket;
import fr.cofrap.ticket.TicketIssuer;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Completes a login whose factors are both correct, in the statement that uses up its time step.
 *
 * <p>An empty outcome means that the step was used before, or that the credentials have been
 * replaced since they were read.
 */
public final class LoginCompletion {
  private final Accounts accounts;
  private final TicketIssuer tickets;
  private final CredentialLifetime lifetime;

  public LoginCompletion(Accounts accounts, TicketIssuer tickets, CredentialLifetime lifetime) {
    this.accounts = accounts;
    this.tickets = tickets;
    this.lifetime = lifetime;
  }

  /** With the credentials in force. */
  Optional<LoginOutcome> logIn(
      Account.Enrolled user, TimeStep step, LoginAttempt attempt, Instant now) {
    ActiveCredentials active = user.active();
    return accounts
        .claimStep(user.id(), active.setId(), step, now)
        .map(previous ->
            authenticated(
                user.username(),
                active.activatedAt(),
                Optional.of(previous),
                ticketIfAsked(attempt, user.id(), active.setId(), now)));
  }

  /** With expired credentials. */
  Optional<LoginOutcome> expire(Account.Enrolled user, TimeStep step, Instant now) {
    CredentialSetId set = user.active().setId();
    return accounts.claimStepAndExpire(user.id(), set, step)
        ? Optional.of(new LoginOutcome.Expired(tickets.issue(user.id(), set, now)))
        : Optional.empty();
  }

  /** With the credentials of a sign-up, for the first time. */
  Optional<LoginOutcome> activate(
      Account.SigningUp signUp, TimeStep step, LoginAttempt attempt, Instant now) {
    return accounts.activateSignUp(signUp, step, now)
        ? Optional.of(
            authenticated(
                signUp.username(),
                now.truncatedTo(ChronoUnit.SECONDS),
                Optional.empty(),
                ticketIfAsked(attempt, signUp.id(), signUp.pending().setId(), now)))
        : Optional.empty();
  }

  /** With renewed credentials, for the first time. */
  Optional<LoginOutcome> activate(
      Account.Enrolled user,
      PendingCredentials renewal,
      TimeStep step,
      LoginAttempt attempt,
      Instant now) {
    return accounts
        .activateRenewal(user, renewal, step, now)
        .map(previous ->
            authenticated(
                user.username(),
                now.truncatedTo(ChronoUnit.SECONDS),
                Optional.of(previous),
                ticketIfAsked(attempt, user.id(), renewal.setId(), now)));
  }

  private LoginOutcome authenticated(
      Username username,
      Instant activatedAt,
      Optional<Instant> previousLoginAt,
      Optional<RenewalTicket> ticket) {
    return new LoginOutcome.Authenticated(
        username, lifetime.endOf(activatedAt), previousLoginAt, ticket);
  }

  private Optional<RenewalTicket> ticketIfAsked(
      LoginAttempt attempt, UserId user, CredentialSetId set, Instant now) {
    return attempt.renew() ? Optional.of(tickets.issue(user, set, now)) : Optional.empty();
  }
}
