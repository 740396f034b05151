package fr.cofrap.throttle;

import fr.cofrap.account.CredentialSetId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A throttle in a map that behaves like that in PostgreSQL; both pass the same contract test. */
public final class InMemoryThrottle implements CodeThrottle {
  private static final class Attempts {
    private final List<Instant> recent = new ArrayList<>();
    private int total;
  }

  private final Map<CredentialSetId, Attempts> bySet = new HashMap<>();

  /** Whether this set's codes are no longer verified. */
  public synchronized boolean isDisabled(CredentialSetId set) {
    return of(set).total >= MAX_TOTAL;
  }

  @Override
  public synchronized Optional<Refusal> refusal(CredentialSetId set, Instant now) {
    Attempts attempts = of(set);
    if (attempts.total >= MAX_TOTAL) {
      return Optional.of(new Refusal.Disabled());
    }
    if (attempts.recent.size() < MAX_RECENT) {
      return Optional.empty();
    }
    Instant free = attempts.recent.getFirst().plus(WINDOW);
    Duration wait = Duration.between(now.truncatedTo(ChronoUnit.MILLIS), free);
    Duration second = Duration.ofSeconds(1);
    return wait.isPositive()
        ? Optional.of(new Refusal.Throttled(wait.compareTo(second) < 0 ? second : wait))
        : Optional.empty();
  }

  @Override
  public synchronized Admission admit(CredentialSetId set, Instant now) {
    Optional<Refusal> refusal = refusal(set, now);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Attempts attempts = of(set);
    if (attempts.recent.size() == MAX_RECENT) {
      attempts.recent.removeFirst();
    }
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    attempts.recent.add(at);
    attempts.total++;
    return new Admission.Admitted(at);
  }

  @Override
  public synchronized void forgive(CredentialSetId set) {
    Attempts attempts = of(set);
    attempts.recent.clear();
    attempts.total = Math.max(0, attempts.total - 1);
  }

  @Override
  public synchronized void withdraw(CredentialSetId set, Admission.Admitted reservation) {
    Attempts attempts = of(set);
    attempts.recent.remove(reservation.at());
    attempts.total = Math.max(0, attempts.total - 1);
  }

  private Attempts of(CredentialSetId set) {
    return bySet.computeIfAbsent(set, s -> new Attempts());
  }
}
