package fr.cofrap.account;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Names one set of credentials: a password together with the authenticator bound to it.
 *
 * @param value random, so that a set never takes the place of another unnoticed
 */
public record CredentialSetId(UUID value) {
  /** A new name, 128 random bits. */
  public static CredentialSetId random(SecureRandom random) {
    return new CredentialSetId(new UUID(random.nextLong(), random.nextLong()));
  }
}
