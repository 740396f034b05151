package fr.cofrap.login;

import fr.cofrap.account.Account;
import fr.cofrap.account.ActiveCredentials;
import fr.cofrap.account.CredentialLifetime;
import fr.cofrap.account.PasswordMatch;
import fr.cofrap.account.PasswordVerifier;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.UserId;
import fr.cofrap.audit.AuditTrail;
import fr.cofrap.audit.LoginEvent;
import fr.cofrap.audit.LoginEvent.Result;
import fr.cofrap.audit.Subject;
import fr.cofrap.keys.KeyMissing;
import fr.cofrap.sealing.SealBroken;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Logs users in: password → secret opened → disabled or throttled? → code → its time step used up,
 * and the set marked expired if it is.
 *
 * <p>The first login with pending credentials puts them in force, in the same step that uses up the
 * code.
 */
public final class LoginVerifier {
  private final PasswordVerifier passwords;
  private final CodeVerifier codes;
  private final LoginCompletion completion;
  private final CredentialLifetime lifetime;
  private final InstantSource clock;
  private final AuditTrail audit;

  public LoginVerifier(
      PasswordVerifier passwords,
      CodeVerifier codes,
      LoginCompletion completion,
      CredentialLifetime lifetime,
      InstantSource clock,
      AuditTrail audit) {
    this.passwords = passwords;
    this.codes = codes;
    this.completion = completion;
    this.lifetime = lifetime;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Verifies an attempt.
   *
   * @throws fr.cofrap.Unavailable when the database or hashing is unavailable, or this replica
   *     lacks the key of the user's secret; the user is not logged in then
   * @throws SealBroken when the user's secret was changed or moved in the store
   */
  public LoginOutcome verify(LoginAttempt attempt) {
    Instant now = clock.instant();
    return switch (passwords.verify(attempt.username(), attempt.password(), now)) {
      case PasswordMatch.None(Account account) -> rejected(Result.WRONG_PASSWORD, account);
      case PasswordMatch.OfActive(Account.Enrolled user) -> logIn(user, attempt, now);
      case PasswordMatch.OfSignUp(Account.SigningUp signUp) ->
          activate(
              signUp,
              signUp.id(),
              signUp.pending(),
              attempt,
              now,
              step -> completion.activate(signUp, step, attempt, now));
      case PasswordMatch.OfRenewal(Account.Enrolled user, PendingCredentials renewal) ->
          activate(
              user,
              user.id(),
              renewal,
              attempt,
              now,
              step -> completion.activate(user, renewal, step, attempt, now));
    };
  }

  private LoginOutcome logIn(Account.Enrolled user, LoginAttempt attempt, Instant now) {
    ActiveCredentials active = user.active();
    boolean expired = active.expiredAt(now, lifetime);
    CodeVerdict verdict =
        verifyCode(
            user,
            new SecondFactor(user.id(), active.setId(), active.totpSecret()),
            attempt,
            now,
            step ->
                expired
                    ? completion.expire(user, step, now)
                    : completion.logIn(user, step, attempt, now));
    LoginOutcome outcome =
        concluded(verdict, expired ? Result.EXPIRED : Result.AUTHENTICATED, user);
    if (outcome instanceof LoginOutcome.Authenticated) {
      passwords.strengthen(user, attempt.password(), now);
    }
    return outcome;
  }

  private LoginOutcome activate(
      Account account,
      UserId user,
      PendingCredentials pending,
      LoginAttempt attempt,
      Instant now,
      Function<TimeStep, Optional<LoginOutcome>> complete) {
    return pending
        .totpSecret()
        .map(secret -> new SecondFactor(user, pending.setId(), secret))
        .map(factor -> verifyCode(account, factor, attempt, now, complete))
        .map(verdict -> concluded(verdict, Result.ACTIVATED, account))
        .orElseGet(() -> rejected(Result.NO_AUTHENTICATOR, account));
  }

  private CodeVerdict verifyCode(
      Account account,
      SecondFactor factor,
      LoginAttempt attempt,
      Instant now,
      Function<TimeStep, Optional<LoginOutcome>> complete) {
    try {
      return codes.verify(factor, attempt.code(), now, complete);
    } catch (SealBroken e) {
      record(Result.SECRET_BROKEN, account);
      throw e;
    } catch (KeyMissing e) {
      record(Result.KEY_MISSING, account);
      throw e;
    }
  }

  private LoginOutcome concluded(CodeVerdict verdict, Result success, Account account) {
    return switch (verdict) {
      case CodeVerdict.Accepted(LoginOutcome outcome) -> {
        record(success, account);
        yield outcome;
      }
      case CodeVerdict.Rejected(Result reason) -> rejected(reason, account);
      case CodeVerdict.Throttled(var retryAfter) -> {
        record(Result.THROTTLED, account);
        yield new LoginOutcome.Throttled(retryAfter);
      }
    };
  }

  private LoginOutcome rejected(Result reason, Account account) {
    record(reason, account);
    return new LoginOutcome.Rejected();
  }

  private void record(Result result, Account account) {
    audit.record(new LoginEvent(result, Subject.of(account)));
  }
}
