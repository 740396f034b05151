package fr.cofrap.login;

import fr.cofrap.Unavailable;
import fr.cofrap.audit.LoginEvent.Result;
import fr.cofrap.keys.KeyMissing;
import fr.cofrap.login.CodeThrottle.Admission;
import fr.cofrap.sealing.SecretVault;
import fr.cofrap.totp.OneTimeCode;
import fr.cofrap.totp.TimeStep;
import fr.cofrap.totp.Totp;
import fr.cofrap.totp.TotpSecret;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Verifies the second factor, once the first is verified. */
public final class CodeVerifier {
  private static final Logger LOG = Logger.getLogger(CodeVerifier.class.getName());

  private final CodeThrottle throttle;
  private final SecretVault vault;

  public CodeVerifier(CodeThrottle throttle, SecretVault vault) {
    this.throttle = throttle;
    this.vault = vault;
  }

  /**
   * Reserves an attempt, verifies the code, and uses up its time step.
   *
   * @param complete what a correct code completes: it uses up the step and returns the outcome, or
   *     returns empty if the step was used before or the credentials have been replaced meanwhile
   */
  CodeVerdict verify(
      SecondFactor factor,
      OneTimeCode code,
      Instant now,
      Function<TimeStep, Optional<LoginOutcome>> complete) {
    // Opened before an attempt is reserved: a replica without the key must not cost the user an
    // attempt.
    TotpSecret secret = opened(factor);
    return switch (throttle.admit(factor.set(), now)) {
      case Admission.Disabled() -> new CodeVerdict.Rejected(Result.DISABLED);
      case Admission.Throttled(var retryAfter) -> new CodeVerdict.Throttled(retryAfter);
      case Admission.Admitted reservation ->
          Totp.match(secret, code, now)
              .map(step -> use(step, factor, reservation, complete))
              .orElseGet(() -> new CodeVerdict.Rejected(Result.WRONG_CODE));
    };
  }

  private TotpSecret opened(SecondFactor factor) {
    try {
      return vault.open(factor.secret(), factor.user(), factor.set());
    } catch (KeyMissing e) {
      // Expected briefly while a key is rotated; otherwise an administrator has to restore the key.
      LOG.log(
          Level.WARNING,
          "a key is missing on this replica",
          Map.of("detail", String.valueOf(e.getMessage())));
      throw e;
    }
  }

  private CodeVerdict use(
      TimeStep step,
      SecondFactor factor,
      Admission.Admitted reservation,
      Function<TimeStep, Optional<LoginOutcome>> complete) {
    Optional<LoginOutcome> outcome = complete.apply(step);
    if (outcome.isEmpty()) {
      settle(() -> throttle.withdraw(factor.set(), reservation));
      return new CodeVerdict.Rejected(Result.CODE_USED_OR_SUPERSEDED);
    }
    settle(() -> throttle.forgive(factor.set()));
    return new CodeVerdict.Accepted(outcome.get());
  }

  /** Never changes the decision: at worst the reservation remains counted. */
  private static void settle(Runnable giveBack) {
    try {
      giveBack.run();
    } catch (Unavailable e) {
      LOG.log(Level.INFO, "a reservation stays counted", e);
    }
  }
}
