package fr.cofrap.enrollment;

import fr.cofrap.account.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Limits the sign-ups of all replicas together per minute, so that nobody can fill the database:
 * counts those that are stored there and have not logged in yet. Replicas that count at the same
 * moment can exceed it, by what waits for its hash.
 */
final class TotalLimit {
  private final Accounts accounts;
  private final int perMinute;

  TotalLimit(Accounts accounts, int perMinute) {
    this.accounts = accounts;
    this.perMinute = perMinute;
  }

  /**
   * How long until the next sign-up is admitted, or empty if that is now. Sign-ups of more than a
   * minute from now are not counted: the clock was set back, and nobody should wait for them.
   */
  Optional<Duration> reached(Instant now) {
    Instant madeNow = now.plus(CredentialGenerator.USABLE);
    return accounts
        .nthNewestSignUp(
            perMinute, madeNow.minus(MinuteWindow.LENGTH), madeNow.plus(MinuteWindow.LENGTH))
        .map(usableUntil -> Duration.between(madeNow, usableUntil.plus(MinuteWindow.LENGTH)))
        .map(wait -> wait.compareTo(MinuteWindow.LENGTH) > 0 ? MinuteWindow.LENGTH : wait);
  }
}
