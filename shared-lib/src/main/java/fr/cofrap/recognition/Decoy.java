package fr.cofrap.recognition;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.Fingerprint;
import fr.cofrap.password.Password;
import java.util.UUID;

/** A set that nobody has: comparing with it takes as long as comparing with one that exists. */
record Decoy(CredentialSetId set, Fingerprint fingerprint) {
  static Decoy by(Fingerprinter fingerprinter) {
    CredentialSetId set = new CredentialSetId(new UUID(0, 0));
    return new Decoy(set, fingerprinter.of(set, new Password("")));
  }
}
