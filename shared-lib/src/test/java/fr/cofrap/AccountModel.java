package fr.cofrap;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A model of one account as the contract describes it, without hashes, ciphertexts or stores. */
final class AccountModel {
  private record Pending(int set, Instant since) {}

  private record InForce(int set, Instant since, long lastStep, boolean expired) {}

  private final Map<Integer, List<Instant>> recentWrongCodes = new HashMap<>();
  private final Map<Integer, Integer> wrongCodesInAll = new HashMap<>();
  private Optional<Pending> pending = Optional.empty();
  private Optional<InForce> inForce = Optional.empty();

  boolean isFree(Instant now) {
    return inForce.isEmpty() && pending.filter(p -> isWithin(p, 15, now)).isEmpty();
  }

  void signUp(int set, Instant now) {
    pending = Optional.of(new Pending(set, now));
  }

  void renew(int set, Instant now) {
    pending = Optional.of(new Pending(set, now));
  }

  boolean acceptsTicket(int replaces, Instant expiresAt, Instant now) {
    return now.isBefore(expiresAt)
        && inForce.filter(i -> i.set() == replaces).isPresent()
        && !isDisabled(replaces);
  }

  boolean isPending(int set, Instant now) {
    return pending.filter(p -> p.set() == set && isWithin(p, 24 * 60, now)).isPresent();
  }

  private static boolean isWithin(Pending pending, int minutes, Instant now) {
    return now.isBefore(pending.since().plus(Duration.ofMinutes(minutes)));
  }

  boolean isDisabled() {
    return inForce.filter(i -> isDisabled(i.set())).isPresent();
  }

  private boolean isDisabled(int set) {
    return wrongCodesInAll.getOrDefault(set, 0) >= 50;
  }

  /**
   * The expected outcome of a login with this set's password.
   *
   * @param step the step of its authenticator to which the code belongs, empty if the code is wrong
   */
  String logIn(int set, OptionalLong step, Instant now) {
    Optional<InForce> active = inForce.filter(i -> i.set() == set);
    boolean known = active.isPresent() || isPending(set, now);
    if (!known || isDisabled(set)) {
      return "Rejected";
    }
    List<Instant> recent = recentWrongCodes.computeIfAbsent(set, s -> new ArrayList<>());
    recent.removeIf(wrong -> !wrong.plus(Duration.ofMinutes(15)).isAfter(now));
    if (recent.size() == 5) {
      return "Throttled";
    }
    if (step.isEmpty()) {
      recent.add(now);
      wrongCodesInAll.merge(set, 1, Integer::sum);
      return "Rejected";
    }
    String outcome =
        active
            .map(a -> use(a, step.getAsLong(), now))
            .orElseGet(() -> activate(set, step.getAsLong(), now));
    if (!outcome.equals("Rejected")) {
      recent.clear();
    }
    return outcome;
  }

  private String use(InForce active, long step, Instant now) {
    if (step <= active.lastStep()) {
      return "Rejected";
    }
    boolean expired =
        active.expired()
            || !now.isBefore(active.since().atZone(ZoneOffset.UTC).plusMonths(6).toInstant());
    inForce = Optional.of(new InForce(active.set(), active.since(), step, expired));
    return expired ? "Expired" : "Authenticated";
  }

  private String activate(int set, long step, Instant now) {
    if (isDisabled()) {
      return "Rejected";
    }
    inForce = Optional.of(new InForce(set, now, step, false));
    pending = Optional.empty();
    return "Authenticated";
  }
}
