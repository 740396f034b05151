package fr.cofrap.login;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.CredentialLifetime;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import fr.cofrap.recognition.Recognition.OfActive;
import fr.cofrap.recognition.Recognition.OfRenewal;
import fr.cofrap.recognition.Recognition.OfSignUp;
import fr.cofrap.recognition.Recognition.Recognized;
import fr.cofrap.ticket.RenewalTicket;
import fr.cofrap.ticket.TicketIssuer;
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

  /** Uses up the step, and logs the set in, puts it in force, or marks it expired. */
  Optional<LoginOutcome> complete(Recognized recognized, ProvedAttempt proved) {
    return switch (recognized) {
      case OfActive(var user, var _) when user.active().expiredAt(proved.at(), lifetime) ->
          expire(user, proved);
      case OfActive(var user, var _) -> logIn(user, proved);
      case OfSignUp(var signUp, var _) -> activate(signUp, proved);
      case OfRenewal(var user, var renewal, var _) -> activate(user, renewal, proved);
    };
  }

  private Optional<LoginOutcome> logIn(Account.Enrolled user, ProvedAttempt proved) {
    return accounts
        .claimStep(
            user.id(),
            proved.password().set(),
            proved.password().fingerprint(),
            proved.step(),
            proved.at())
        .map(previous ->
            authenticated(
                user.id(),
                user.username(),
                user.active().activatedAt(),
                Optional.of(previous),
                proved));
  }

  private Optional<LoginOutcome> expire(Account.Enrolled user, ProvedAttempt proved) {
    return accounts.claimStepAndExpire(
            user.id(), proved.password().set(), proved.password().fingerprint(), proved.step())
        ? Optional.of(new LoginOutcome.Expired(ticket(user.id(), proved)))
        : Optional.empty();
  }

  private Optional<LoginOutcome> activate(Account.SigningUp signUp, ProvedAttempt proved) {
    return accounts.activateSignUp(
            signUp, proved.password().fingerprint(), proved.step(), proved.at())
        ? Optional.of(
            authenticated(
                signUp.id(), signUp.username(), second(proved.at()), Optional.empty(), proved))
        : Optional.empty();
  }

  private Optional<LoginOutcome> activate(
      Account.Enrolled user, PendingCredentials renewal, ProvedAttempt proved) {
    return accounts
        .activateRenewal(user, renewal, proved.password().fingerprint(), proved.step(), proved.at())
        .map(previous ->
            authenticated(
                user.id(), user.username(), second(proved.at()), Optional.of(previous), proved));
  }

  private LoginOutcome authenticated(
      UserId user,
      Username username,
      Instant activatedAt,
      Optional<Instant> previousLoginAt,
      ProvedAttempt proved) {
    return new LoginOutcome.Authenticated(
        username,
        lifetime.endOf(activatedAt),
        previousLoginAt,
        proved.attempt().renew() ? Optional.of(ticket(user, proved)) : Optional.empty());
  }

  private RenewalTicket ticket(UserId user, ProvedAttempt proved) {
    return tickets.issue(user, proved.password().set(), proved.at());
  }

  private static Instant second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
