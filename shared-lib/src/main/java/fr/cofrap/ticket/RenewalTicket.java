package fr.cofrap.ticket;

import java.time.Instant;

/**
 * An issued ticket. Does not print itself.
 *
 * @param text what the client sends back; URL-safe and opaque to it
 * @param expiresAt the first instant at which it is no longer accepted
 */
public record RenewalTicket(String text, Instant expiresAt) {
  @Override
  public String toString() {
    return "RenewalTicket[redacted, expiresAt=" + expiresAt + "]";
  }
}
