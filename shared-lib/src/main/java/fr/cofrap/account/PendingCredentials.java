package fr.cofrap.account;

import fr.cofrap.password.PasswordHash;
import java.time.Instant;
import java.util.Optional;

/**
 * Credentials that have been issued but have not logged in yet.
 *
 * @param totpSecret empty until an authenticator is bound
 * @param version incremented by each binding, so that a login that read an older secret cannot
 *     activate the newer one
 * @param pendingUntil when the reservation of a sign-up's name ends
 * @param ticket the renewal ticket that they were issued for; empty for a sign-up
 */
public record PendingCredentials(
    CredentialSetId setId,
    PasswordHash password,
    Fingerprint fingerprint,
    Optional<SealedSecret> totpSecret,
    long version,
    Instant pendingUntil,
    Optional<TicketUse> ticket) {}
