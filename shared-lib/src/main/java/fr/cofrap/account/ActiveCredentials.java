package fr.cofrap.account;

import fr.cofrap.password.PasswordHash;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;

/**
 * The credentials in force.
 *
 * @param setId identifies this set; every write that follows a read repeats it
 * @param activatedAt the second of the login that activated them
 * @param lastStep the newest time step that was used up
 * @param markedExpired whether they are stored as expired, whatever their age
 */
public record ActiveCredentials(
    CredentialSetId setId,
    PasswordHash password,
    Fingerprint fingerprint,
    SealedSecret totpSecret,
    Instant activatedAt,
    TimeStep lastStep,
    boolean markedExpired) {

  /** Whether they have expired: marked so, or as old as the lifetime allows. */
  public boolean expiredAt(Instant now, CredentialLifetime lifetime) {
    return markedExpired
        || lifetime.endOf(activatedAt).filter(end -> !now.isBefore(end)).isPresent();
  }
}
