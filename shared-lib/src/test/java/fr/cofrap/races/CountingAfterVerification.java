package fr.cofrap.races;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.jdbc.Session;
import fr.cofrap.jdbc.TestDatabase;
import fr.cofrap.throttle.CodeThrottle;
import java.time.Instant;
import java.util.Optional;

/**
 * What must not be done: checks how many codes were wrong, lets the code be verified, and only then
 * counts it. Runs through the same flood, to show that the test would notice.
 */
final class CountingAfterVerification implements CodeThrottle {
  private final Runnable verification;

  CountingAfterVerification(Runnable verification) {
    this.verification = verification;
  }

  @Override
  public Optional<Refusal> refusal(CredentialSetId set, Instant now) {
    return Optional.empty();
  }

  @Override
  public Admission admit(CredentialSetId set, Instant now) {
    if (wrongSoFar(set) >= MAX_RECENT) {
      return new Refusal.Throttled(WINDOW);
    }
    verification.run();
    try (Session session = TestDatabase.asApp()) {
      session.update(
          """
          INSERT INTO code_attempts AS a VALUES (?, '{}', 1)
          ON CONFLICT (set_id) DO UPDATE SET total = a.total + 1
          """,
          set.value());
    }
    return new Admission.Admitted(now);
  }

  private static long wrongSoFar(CredentialSetId set) {
    try (Session session = TestDatabase.asApp()) {
      return session.number("SELECT total FROM code_attempts WHERE set_id = ?", set.value());
    }
  }

  @Override
  public void forgive(CredentialSetId set) {}

  @Override
  public void withdraw(CredentialSetId set, Admission.Admitted reservation) {}
}
