package fr.cofrap.login;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.UserId;
import fr.cofrap.recognition.Recognition.OfActive;
import fr.cofrap.recognition.Recognition.OfRenewal;
import fr.cofrap.recognition.Recognition.OfSignUp;
import fr.cofrap.recognition.Recognition.Recognized;
import fr.cofrap.totp.TimeStep;
import java.util.Optional;

/**
 * The authenticator of one set of credentials, as it is stored.
 *
 * @param lastStep the newest step that was used up; empty before the first login
 */
record SecondFactor(
    UserId user, CredentialSetId set, SealedSecret secret, Optional<TimeStep> lastStep) {

  /** The authenticator of the set that was recognized; empty if none is bound yet. */
  static Optional<SecondFactor> of(Recognized recognized) {
    CredentialSetId set = recognized.password().set();
    return switch (recognized) {
      case OfActive(var user, var _) ->
          Optional.of(
              new SecondFactor(
                  user.id(),
                  set,
                  user.active().totpSecret(),
                  Optional.of(user.active().lastStep())));
      case OfSignUp(var signUp, var _) ->
          signUp.pending().totpSecret().map(secret -> pending(signUp.id(), set, secret));
      case OfRenewal(var user, var renewal, var _) ->
          renewal.totpSecret().map(secret -> pending(user.id(), set, secret));
    };
  }

  private static SecondFactor pending(UserId user, CredentialSetId set, SealedSecret secret) {
    return new SecondFactor(user, set, secret, Optional.empty());
  }

  boolean hasUsed(TimeStep step) {
    return lastStep.filter(last -> step.number() <= last.number()).isPresent();
  }
}
