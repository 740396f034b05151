package fr.cofrap.ticket;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.UserId;

/**
 * The claims of a genuine ticket.
 *
 * @param replaces the set whose factors were proved, and which may be replaced
 */
public record TicketClaims(UserId user, CredentialSetId replaces) {}
