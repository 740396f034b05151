package fr.cofrap.login;

import fr.cofrap.Unavailable;
import fr.cofrap.account.Account;
import fr.cofrap.audit.AuditTrail;
import fr.cofrap.audit.LoginEvent;
import fr.cofrap.audit.LoginEvent.Result;
import fr.cofrap.audit.Subject;
import fr.cofrap.keys.KeyMissing;
import fr.cofrap.recognition.PasswordVerifier;
import fr.cofrap.recognition.ProvedPassword;
import fr.cofrap.recognition.Recognition;
import fr.cofrap.recognition.Recognition.OfActive;
import fr.cofrap.recognition.Recognition.OfRenewal;
import fr.cofrap.recognition.Recognition.OfSignUp;
import fr.cofrap.recognition.Recognition.Recognized;
import fr.cofrap.sealing.SealBroken;
import fr.cofrap.sealing.SecretVault;
import fr.cofrap.throttle.CodeThrottle;
import fr.cofrap.throttle.CodeThrottle.Admission;
import fr.cofrap.throttle.CodeThrottle.Refusal;
import fr.cofrap.totp.TimeStep;
import fr.cofrap.totp.Totp;
import fr.cofrap.totp.TotpSecret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs users in: password recognized → throttled or disabled? → code → used before? → attempt
 * reserved → wrong code? → password proved → time step used up → expired?
 *
 * <p>Only the right password with a valid, unused code costs a hash. Before an attempt is reserved,
 * a code may be rejected only because it was used before: otherwise codes could be tried without
 * being counted.
 *
 * <p>The first login with pending credentials puts them in force, in the same statement that uses
 * up the code.
 */
public final class LoginVerifier {
  private static final Logger LOG = Logger.getLogger(LoginVerifier.class.getName());

  private final PasswordVerifier passwords;
  private final CodeThrottle throttle;
  private final SecretVault vault;
  private final LoginCompletion completion;
  private final InstantSource clock;
  private final AuditTrail audit;

  public LoginVerifier(
      PasswordVerifier passwords,
      CodeThrottle throttle,
      SecretVault vault,
      LoginCompletion completion,
      InstantSource clock,
      AuditTrail audit) {
    this.passwords = passwords;
    this.throttle = throttle;
    this.vault = vault;
    this.completion = completion;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Verifies an attempt.
   *
   * @throws Unavailable when the database or hashing is unavailable, or this replica lacks the key
   *     of the user's secret; nobody is logged in then
   * @throws SealBroken when the user's secret was changed or moved in the store
   */
  public LoginOutcome verify(LoginAttempt attempt) {
    Instant now = clock.instant();
    return switch (passwords.recognize(attempt.username(), attempt.password(), now)) {
      case Recognition.None(Account account) -> rejected(Result.WRONG_PASSWORD, account);
      case Recognized recognized ->
          SecondFactor.of(recognized)
              .map(factor -> verify(attempt, recognized, factor, now))
              .orElseGet(() -> rejected(Result.NO_AUTHENTICATOR, recognized.account()));
    };
  }

  private LoginOutcome verify(
      LoginAttempt attempt, Recognized recognized, SecondFactor factor, Instant now) {
    Account account = recognized.account();
    Optional<Refusal> refusal = refusal(recognized, now);
    if (refusal.isPresent()) {
      return refused(refusal.get(), account);
    }
    // Opened before an attempt is reserved: a replica without the key must cost nobody an attempt.
    Optional<TimeStep> step = Totp.match(opened(factor, account), attempt.code(), now);
    if (step.filter(factor::hasUsed).isPresent()) {
      return rejected(Result.CODE_USED_OR_SUPERSEDED, account);
    }
    return switch (throttle.admit(factor.set(), now)) {
      case Refusal since -> refused(since, account);
      case Admission.Admitted reservation ->
          step.map(matched -> complete(attempt, recognized, matched, reservation, now))
              .orElseGet(() -> rejected(Result.WRONG_CODE, account));
    };
  }

  /** A renewal is refused as well once the set that it replaces is disabled: it cannot complete. */
  private Optional<Refusal> refusal(Recognized recognized, Instant now) {
    Optional<Refusal> own = throttle.refusal(recognized.password().set(), now);
    return own.isEmpty() && recognized instanceof OfRenewal(var user, var _, var _)
        ? throttle.refusal(user.active().setId(), now).filter(Refusal.Disabled.class::isInstance)
        : own;
  }

  private LoginOutcome complete(
      LoginAttempt attempt,
      Recognized recognized,
      TimeStep step,
      Admission.Admitted reservation,
      Instant now) {
    Optional<ProvedPassword> password;
    Optional<LoginOutcome> outcome;
    try {
      password = passwords.prove(recognized.password());
      outcome =
          password.flatMap(proved ->
              completion.complete(recognized, new ProvedAttempt(attempt, proved, step, now)));
    } catch (RuntimeException e) {
      giveBack(recognized, reservation);
      throw e;
    }
    if (password.isEmpty() || outcome.isEmpty()) {
      giveBack(recognized, reservation);
      return rejected(
          password.isEmpty() ? Result.FINGERPRINT_COLLISION : Result.CODE_USED_OR_SUPERSEDED,
          recognized.account());
    }
    settle(() -> throttle.forgive(recognized.password().set()));
    return completed(outcome.get(), recognized, password.get());
  }

  private LoginOutcome completed(
      LoginOutcome outcome, Recognized recognized, ProvedPassword password) {
    switch (recognized) {
      case OfActive(var user, var _) when outcome instanceof LoginOutcome.Authenticated -> {
        record(Result.AUTHENTICATED, user);
        passwords.strengthen(user, password);
      }
      case OfActive(var user, var _) -> record(Result.EXPIRED, user);
      case OfSignUp(var signUp, var _) -> record(Result.ACTIVATED, signUp);
      case OfRenewal(var user, var _, var _) -> record(Result.ACTIVATED, user);
    }
    return outcome;
  }

  private TotpSecret opened(SecondFactor factor, Account account) {
    try {
      return vault.open(factor.secret(), factor.user(), factor.set());
    } catch (SealBroken e) {
      record(Result.SECRET_BROKEN, account);
      throw e;
    } catch (KeyMissing e) {
      // Expected briefly while a key is rotated; otherwise an administrator has to restore the key.
      LOG.log(
          Level.WARNING,
          "a key is missing on this replica",
          Map.of("detail", String.valueOf(e.getMessage())));
      record(Result.KEY_MISSING, account);
      throw e;
    }
  }

  private void giveBack(Recognized recognized, Admission.Admitted reservation) {
    settle(() -> throttle.withdraw(recognized.password().set(), reservation));
  }

  /** Never changes what was decided: at worst the reservation stays counted. */
  private static void settle(Runnable settlement) {
    try {
      settlement.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a reservation stays counted", e);
    }
  }

  private LoginOutcome refused(Refusal refusal, Account account) {
    return switch (refusal) {
      case Refusal.Disabled() -> rejected(Result.DISABLED, account);
      case Refusal.Throttled(var retryAfter) -> {
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
