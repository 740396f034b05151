package fr.cofrap.recognition;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.Fingerprint;
import fr.cofrap.password.Password;

/** A password whose Argon2id hash is that of its set. Nothing else makes one. */
public final class ProvedPassword {
  private final CredentialSetId set;
  private final Password password;
  private final Fingerprint fingerprint;

  ProvedPassword(CredentialSetId set, Password password, Fingerprint fingerprint) {
    this.set = set;
    this.password = password;
    this.fingerprint = fingerprint;
  }

  public CredentialSetId set() {
    return set;
  }

  /** By the current key, whichever made the one that is stored. */
  public Fingerprint fingerprint() {
    return fingerprint;
  }

  Password password() {
    return password;
  }
}
