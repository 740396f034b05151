package fr.cofrap.enrollment;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import fr.cofrap.audit.AuditTrail;
import fr.cofrap.audit.BindingEvent;
import fr.cofrap.audit.BindingEvent.Result;
import fr.cofrap.audit.Subject;
import fr.cofrap.password.Password;
import fr.cofrap.recognition.PasswordVerifier;
import fr.cofrap.recognition.ProvedPassword;
import fr.cofrap.recognition.Recognition;
import fr.cofrap.recognition.Recognition.OfActive;
import fr.cofrap.recognition.Recognition.OfRenewal;
import fr.cofrap.recognition.Recognition.OfSignUp;
import fr.cofrap.recognition.RecognizedPassword;
import fr.cofrap.sealing.SecretVault;
import fr.cofrap.totp.OtpauthUri;
import fr.cofrap.totp.TotpSecret;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Binds an authenticator to pending credentials: password → new TOTP secret → sealed and stored.
 *
 * <p>Only the password of pending credentials is accepted. If the active password were too, anyone
 * who learned it could replace the account's authenticator.
 */
public final class AuthenticatorBinding {
  /** How many secrets are bound to one set: each costs a hash. */
  private static final int MAX_BINDINGS = 10;

  private final Accounts accounts;
  private final PasswordVerifier passwords;
  private final SecretVault vault;
  private final String issuer;
  private final SecureRandom random;
  private final InstantSource clock;
  private final AuditTrail audit;

  /**
   * Binds authenticators for one issuer.
   *
   * @param issuer the name that authenticators show above the username
   */
  public AuthenticatorBinding(
      Accounts accounts,
      PasswordVerifier passwords,
      SecretVault vault,
      String issuer,
      SecureRandom random,
      InstantSource clock,
      AuditTrail audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.vault = vault;
    this.issuer = issuer;
    this.random = random;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Binds a new secret, which replaces any bound earlier.
   *
   * @throws fr.cofrap.Unavailable when the database or hashing is unavailable
   */
  public BindingOutcome bind(Username username, Password password) {
    Instant now = clock.instant();
    return switch (passwords.recognize(username, password, now)) {
      case Recognition.None(Account account) -> rejected(Result.WRONG_PASSWORD, account);
      case OfActive(Account.Enrolled user, var _) -> rejected(Result.WRONG_PASSWORD, user);
      case OfSignUp(Account.SigningUp signUp, var recognized) ->
          bind(signUp, signUp.id(), username, signUp.pending(), recognized, now);
      case OfRenewal(Account.Enrolled user, PendingCredentials renewal, var recognized) ->
          bind(user, user.id(), username, renewal, recognized, now);
    };
  }

  private BindingOutcome bind(
      Account account,
      UserId user,
      Username username,
      PendingCredentials pending,
      RecognizedPassword recognized,
      Instant now) {
    if (pending.version() >= MAX_BINDINGS) {
      return rejected(Result.BOUND_TOO_OFTEN, account);
    }
    Optional<ProvedPassword> proved = passwords.prove(recognized);
    if (proved.isEmpty()) {
      return rejected(Result.FINGERPRINT_COLLISION, account);
    }
    TotpSecret secret = TotpSecret.random(random);
    SealedSecret sealed = vault.seal(secret, user, proved.get().set());
    if (!accounts.bindAuthenticator(pending, sealed, now)) {
      return rejected(Result.SUPERSEDED, account);
    }
    audit.record(new BindingEvent(Result.BOUND, Subject.of(account)));
    return new BindingOutcome.Bound(
        username, secret, OtpauthUri.of(issuer, username.value(), secret));
  }

  private BindingOutcome rejected(Result reason, Account account) {
    audit.record(new BindingEvent(reason, Subject.of(account)));
    return new BindingOutcome.Rejected();
  }
}
