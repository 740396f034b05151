package fr.cofrap.enrollment;

import fr.cofrap.account.Username;
import fr.cofrap.totp.TotpSecret;

/** What binding an authenticator comes to. */
public sealed interface BindingOutcome {

  /**
   * A secret for the authenticator, told this once.
   *
   * @param otpauthUri the same, as an authenticator reads it
   */
  record Bound(Username username, TotpSecret secret, String otpauthUri) implements BindingOutcome {
    @Override
    public String toString() {
      return "Bound[" + username + ", redacted]";
    }
  }

  /** Anything else. It has no field, so that no answer can tell the reason. */
  record Rejected() implements BindingOutcome {}
}
