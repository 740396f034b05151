package fr.cofrap.recognition;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordHash;
import java.util.Optional;

/**
 * A candidate compared with the fingerprint of one set.
 *
 * @param hash of the set's password
 * @param matches empty if no key of the ring made the set's fingerprint
 */
record Comparison(
    Password candidate, CredentialSetId set, PasswordHash hash, Optional<Boolean> matches) {

  /** The candidate, if it has the set's fingerprint. */
  Optional<RecognizedPassword> byFingerprint() {
    return matches
        .filter(match -> match)
        .map(match -> new RecognizedPassword(set, candidate, hash, false));
  }

  /** The candidate, if the set's fingerprint cannot be compared and it has the set's hash. */
  Optional<RecognizedPassword> byHash(UnkeyedSets unkeyed) {
    return matches.isEmpty() && unkeyed.matches(candidate, set, hash)
        ? Optional.of(new RecognizedPassword(set, candidate, hash, true))
        : Optional.empty();
  }
}
