package fr.cofrap.recognition;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordHash;

/**
 * A password whose fingerprint matches that of a set. Only {@link PasswordVerifier#prove} makes it
 * a {@link ProvedPassword}, which is what a login needs.
 */
public final class RecognizedPassword {
  private final CredentialSetId set;
  private final Password candidate;
  private final PasswordHash hash;
  private final boolean hashed;

  /**
   * @param hashed whether the candidate's hash has been verified already
   */
  RecognizedPassword(CredentialSetId set, Password candidate, PasswordHash hash, boolean hashed) {
    this.set = set;
    this.candidate = candidate;
    this.hash = hash;
    this.hashed = hashed;
  }

  public CredentialSetId set() {
    return set;
  }

  Password candidate() {
    return candidate;
  }

  PasswordHash hash() {
    return hash;
  }

  boolean hashed() {
    return hashed;
  }
}
