package fr.cofrap.account;

import fr.cofrap.password.PasswordHash;
import java.time.Instant;
import java.util.Optional;

/**
 * Credentials handed out that have not logged in yet.
 *
 * @param totpSecret empty until an authenticator is bound
 * @param version raised with each binding, so that a login that read an older secret cannot
 *     activate the newer one
 * @param pendingUntil until then a sign-up reserves its name
 */
public record PendingCredentials(
    CredentialSetId setId,
    PasswordHash password,
    Optional<SealedSecret> totpSecret,
    long version,
    Instant pendingUntil) {}
