package fr.cofrap.account;

import java.time.Instant;

/**
 * What a renewal ticket has been used for. Each password costs a hash, so there is a limit.
 *
 * @param expiresAt when the newest ticket that was used expires, which identifies it: an older one
 *     of the same credentials is no longer accepted
 * @param passwords how many passwords were issued for it
 */
public record TicketUse(Instant expiresAt, int passwords) {
  /** How many passwords are issued for one ticket. */
  public static final int MAX_PASSWORDS = 10;

  /** Whether another password may be issued for the ticket that expires then. */
  public boolean allows(Instant ticketExpiresAt) {
    return ticketExpiresAt.isAfter(expiresAt)
        || (ticketExpiresAt.equals(expiresAt) && passwords < MAX_PASSWORDS);
  }

  /** After another password for the ticket that expires then. */
  public TicketUse next(Instant ticketExpiresAt) {
    return new TicketUse(ticketExpiresAt, ticketExpiresAt.equals(expiresAt) ? passwords + 1 : 1);
  }
}
