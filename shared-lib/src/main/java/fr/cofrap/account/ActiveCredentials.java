package fr.cofrap.account;

import fr.cofrap.password.PasswordHash;
import java.time.Instant;

/**
 * The credentials in force.
 *
 * @param setId identifies this set; every write that follows a read repeats it
 * @param activatedAt the second of the login that activated them
 * @param markedExpired whether they are stored as expired, whatever their age
 */
public record ActiveCredentials(
    CredentialSetId setId,
    PasswordHash password,
    SealedSecret totpSecret,
    Instant activatedAt,
    boolean markedExpired) {

  /** Whether they have expired: marked so, or as old as the lifetime allows. */
  public boolean expiredAt(Instant now, CredentialLifetime lifetime) {
    return markedExpired
        || lifetime.endOf(activatedAt).filter(end -> !now.isBefore(end)).isPresent();
  }
}
