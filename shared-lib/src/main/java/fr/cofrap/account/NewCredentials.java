package fr.cofrap.account;

import fr.cofrap.password.PasswordHash;
import java.time.Instant;

/**
 * A fresh set of credentials, about to be stored as pending.
 *
 * @param pendingUntil when the reservation of a sign-up's name ends
 * @param usableUntil the time from which the set is ignored
 */
public record NewCredentials(
    CredentialSetId setId,
    PasswordHash password,
    Fingerprint fingerprint,
    Instant pendingUntil,
    Instant usableUntil) {}
