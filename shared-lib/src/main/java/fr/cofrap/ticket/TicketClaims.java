package fr.cofrap.ticket;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.UserId;
import java.time.Instant;

/**
 * The claims of a genuine ticket.
 *
 * @param replaces the set whose factors were proved, and which may be replaced
 * @param expiresAt the first second at which the ticket is no longer accepted
 */
public record TicketClaims(UserId user, CredentialSetId replaces, Instant expiresAt) {}
