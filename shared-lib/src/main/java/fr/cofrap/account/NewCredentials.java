package fr.cofrap.account;

import fr.cofrap.password.PasswordHash;
import java.time.Instant;

/**
 * A fresh set of credentials, about to be stored as pending.
 *
 * @param pendingUntil until then a sign-up reserves its name
 * @param usableUntil from then on the set is as if it had never been
 */
public record NewCredentials(
    CredentialSetId setId, PasswordHash password, Instant pendingUntil, Instant usableUntil) {}
