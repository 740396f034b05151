package fr.cofrap.account;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Identifies one set of credentials: a password together with the authenticator bound to it.
 *
 * @param value random, so that no set can be mistaken for another
 */
public record CredentialSetId(UUID value) {
  /** A new ID of 128 random bits. */
  public static CredentialSetId random(SecureRandom random) {
    return new CredentialSetId(new UUID(random.nextLong(), random.nextLong()));
  }
}
