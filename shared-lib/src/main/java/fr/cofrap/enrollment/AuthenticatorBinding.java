package fr.cofrap.enrollment;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.PasswordMatch;
import fr.cofrap.account.PasswordVerifier;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import fr.cofrap.audit.AuditTrail;
import fr.cofrap.audit.Decision;
import fr.cofrap.password.Password;
import fr.cofrap.sealing.SecretVault;
import fr.cofrap.totp.OtpauthUri;
import fr.cofrap.totp.TotpSecret;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Gives pending credentials their TOTP secret. The password just generated is the proof; that of
 * credentials in force proves nothing here, so nobody replaces the authenticator of an account.
 */
public final class AuthenticatorBinding {
  private final Accounts accounts;
  private final PasswordVerifier passwords;
  private final SecretVault vault;
  private final String issuer;
  private final SecureRandom random;
  private final InstantSource clock;
  private final AuditTrail audit;

  /**
   * Binds authenticators under the name of an issuer.
   *
   * @param issuer the party in the label that authenticators show
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
   * Binds a new secret, in place of any bound before.
   *
   * @throws fr.cofrap.Unavailable when store or hashing cannot serve now
   */
  public BindingOutcome bind(Username username, Password password) {
    Instant now = clock.instant();
    return switch (passwords.verify(username, password, now)) {
      case PasswordMatch.None(Account account) -> rejected(Decision.BINDING_NOT_PROVED, account);
      case PasswordMatch.OfActive(Account.Enrolled user) ->
          rejected(Decision.BINDING_NOT_PROVED, user);
      case PasswordMatch.OfSignUp(Account.SigningUp signUp) ->
          bind(signUp, signUp.id(), username, signUp.pending(), now);
      case PasswordMatch.OfRenewal(Account.Enrolled user, PendingCredentials renewal) ->
          bind(user, user.id(), username, renewal, now);
    };
  }

  private BindingOutcome bind(
      Account account, UserId user, Username username, PendingCredentials pending, Instant now) {
    TotpSecret secret = TotpSecret.random(random);
    if (!accounts.bindAuthenticator(pending, vault.seal(secret, user, pending.setId()), now)) {
      return rejected(Decision.BINDING_SUPERSEDED, account);
    }
    audit.record(Decision.AUTHENTICATOR_BOUND, account);
    return new BindingOutcome.Bound(
        username, secret, OtpauthUri.of(issuer, username.value(), secret));
  }

  private BindingOutcome rejected(Decision reason, Account account) {
    audit.record(reason, account);
    return new BindingOutcome.Rejected();
  }
}
