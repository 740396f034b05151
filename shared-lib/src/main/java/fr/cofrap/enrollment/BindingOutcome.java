package fr.cofrap.enrollment;

import fr.cofrap.account.Username;
import fr.cofrap.totp.TotpSecret;

/** The outcome of {@link AuthenticatorBinding#bind}. */
public sealed interface BindingOutcome {

  /**
   * A secret for the authenticator. This is the only time it is shown.
   *
   * @param otpauthUri the secret as authenticators scan it
   */
  record Bound(Username username, TotpSecret secret, String otpauthUri) implements BindingOutcome {
    @Override
    public String toString() {
      return "Bound[" + username + ", redacted]";
    }
  }

  /** Anything else. It has no field, so that no response can reveal why. */
  record Rejected() implements BindingOutcome {}
}
