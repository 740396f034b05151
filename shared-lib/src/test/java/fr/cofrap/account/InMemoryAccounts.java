package fr.cofrap.account;

import fr.cofrap.password.PasswordHash;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Accounts in maps that behave like those in PostgreSQL; both pass the same contract test. */
public final class InMemoryAccounts implements Accounts {
  private record User(
      UserId id, Username username, ActiveCredentials active, Instant lastLoginAt) {}

  private record Pending(
      UserId user,
      Username username,
      Optional<CredentialSetId> replaces,
      PendingCredentials credentials,
      Instant usableUntil) {}

  private final Map<Username, User> users = new HashMap<>();
  private final Map<Username, Pending> pending = new HashMap<>();
  private final Predicate<CredentialSetId> disabled;
  private long lastUserId;

  /**
   * Accounts that share disabled sets with a throttle.
   *
   * @param disabled whether the throttle has disabled a set
   */
  public InMemoryAccounts(Predicate<CredentialSetId> disabled) {
    this.disabled = disabled;
  }

  @Override
  public synchronized Account find(Username username, Instant now) {
    @Nullable User user = users.get(username);
    Optional<CredentialSetId> inForce = Optional.ofNullable(user).map(u -> u.active().setId());
    Optional<Pending> usable =
        usablePending(username, now).filter(p -> p.replaces().equals(inForce));
    if (user != null) {
      return new Account.Enrolled(
          user.id(), username, user.active(), usable.map(Pending::credentials));
    }
    return usable
        .<Account>map(p -> new Account.SigningUp(p.user(), username, p.credentials()))
        .orElseGet(Account.Absent::new);
  }

  private Optional<Pending> usablePending(Username username, Instant now) {
    return Optional.ofNullable(pending.get(username)).filter(p -> now.isBefore(p.usableUntil()));
  }

  @Override
  public synchronized boolean startSignUp(
      Username username, NewCredentials credentials, Instant now) {
    @Nullable Pending held = pending.get(username);
    boolean reserved = held != null && now.isBefore(held.credentials().pendingUntil());
    if (users.containsKey(username) || reserved) {
      return false;
    }
    store(new UserId(++lastUserId), username, Optional.empty(), credentials, Optional.empty());
    return true;
  }

  @Override
  public synchronized Optional<Instant> nthNewestSignUp(int n, Instant after, Instant until) {
    return pending.values().stream()
        .filter(p -> p.replaces().isEmpty())
        .map(p -> p.usableUntil().getEpochSecond())
        .filter(usable -> usable > after.getEpochSecond() && usable <= until.getEpochSecond())
        .sorted(Comparator.reverseOrder())
        .skip(n - 1L)
        .map(Instant::ofEpochSecond)
        .findFirst();
  }

  @Override
  public synchronized boolean startRenewal(
      UserId id, CredentialSetId replaces, Instant ticketExpiresAt, NewCredentials credentials) {
    Optional<User> user = inForce(id, replaces).filter(u -> !disabled.test(replaces));
    Optional<TicketUse> used =
        user.map(u -> pending.get(u.username()))
            .filter(p -> p.replaces().equals(Optional.of(replaces)))
            .flatMap(p -> p.credentials().ticket());
    if (user.isEmpty() || used.filter(u -> !u.allows(ticketExpiresAt)).isPresent()) {
      return false;
    }
    TicketUse use =
        used.map(u -> u.next(ticketExpiresAt)).orElseGet(() -> new TicketUse(ticketExpiresAt, 1));
    store(id, user.get().username(), Optional.of(replaces), credentials, Optional.of(use));
    return true;
  }

  private void store(
      UserId user,
      Username username,
      Optional<CredentialSetId> replaces,
      NewCredentials credentials,
      Optional<TicketUse> ticket) {
    pending.put(
        username,
        new Pending(
            user,
            username,
            replaces,
            new PendingCredentials(
                credentials.setId(),
                credentials.password(),
                credentials.fingerprint(),
                Optional.empty(),
                0,
                credentials.pendingUntil(),
                ticket),
            credentials.usableUntil()));
  }

  @Override
  public synchronized boolean bindAuthenticator(
      PendingCredentials read, SealedSecret secret, Instant now) {
    Optional<Pending> exact = exactly(read, now);
    exact.ifPresent(p ->
        pending.put(
            p.username(),
            new Pending(
                p.user(),
                p.username(),
                p.replaces(),
                new PendingCredentials(
                    read.setId(),
                    read.password(),
                    read.fingerprint(),
                    Optional.of(secret),
                    read.version() + 1,
                    read.pendingUntil(),
                    p.credentials().ticket()),
                p.usableUntil())));
    return exact.isPresent();
  }

  private Optional<Pending> exactly(PendingCredentials read, Instant now) {
    return pending.values().stream()
        .filter(p -> p.credentials().setId().equals(read.setId()))
        .filter(p -> p.credentials().version() == read.version())
        .filter(p -> now.isBefore(p.usableUntil()))
        .findFirst();
  }

  @Override
  public synchronized Optional<Instant> claimStep(
      UserId id, CredentialSetId set, Fingerprint current, TimeStep step, Instant now) {
    Optional<User> user = claimable(id, set, step).filter(u -> !u.active().markedExpired());
    user.ifPresent(u -> put(u, claimed(u.active(), current, step, false), now));
    return user.map(User::lastLoginAt);
  }

  @Override
  public synchronized boolean claimStepAndExpire(
      UserId id, CredentialSetId set, Fingerprint current, TimeStep step) {
    Optional<User> user = claimable(id, set, step);
    user.ifPresent(u -> put(u, claimed(u.active(), current, step, true), u.lastLoginAt()));
    return user.isPresent();
  }

  private static ActiveCredentials claimed(
      ActiveCredentials a, Fingerprint current, TimeStep step, boolean expired) {
    return new ActiveCredentials(
        a.setId(), a.password(), current, a.totpSecret(), a.activatedAt(), step, expired);
  }

  @Override
  public synchronized boolean activateSignUp(
      Account.SigningUp read, Fingerprint current, TimeStep step, Instant now) {
    if (exactly(read.pending(), now).isEmpty() || users.containsKey(read.username())) {
      return false;
    }
    pending.remove(read.username());
    users.put(
        read.username(),
        new User(
            read.id(),
            read.username(),
            activated(read.pending(), current, step, now),
            second(now)));
    return true;
  }

  @Override
  public synchronized Optional<Instant> activateRenewal(
      Account.Enrolled read,
      PendingCredentials renewal,
      Fingerprint current,
      TimeStep step,
      Instant now) {
    CredentialSetId replaced = read.active().setId();
    Optional<User> user =
        inForce(read.id(), replaced)
            .filter(u -> !disabled.test(replaced))
            .filter(u -> exactly(renewal, now).isPresent());
    user.ifPresent(u -> {
      pending.remove(u.username());
      put(u, activated(renewal, current, step, now), now);
    });
    return user.map(User::lastLoginAt);
  }

  @Override
  public synchronized void rehash(UserId id, ActiveCredentials read, PasswordHash stronger) {
    inForce(id, read.setId())
        .filter(u -> u.active().password().equals(read.password()))
        .ifPresent(u -> users.put(u.username(), rehashed(u, stronger)));
  }

  private static User rehashed(User u, PasswordHash stronger) {
    ActiveCredentials a = u.active();
    return new User(
        u.id(),
        u.username(),
        new ActiveCredentials(
            a.setId(),
            stronger,
            a.fingerprint(),
            a.totpSecret(),
            a.activatedAt(),
            a.lastStep(),
            a.markedExpired()),
        u.lastLoginAt());
  }

  private static ActiveCredentials activated(
      PendingCredentials p, Fingerprint current, TimeStep step, Instant now) {
    return new ActiveCredentials(
        p.setId(), p.password(), current, p.totpSecret().orElseThrow(), second(now), step, false);
  }

  private void put(User u, ActiveCredentials active, Instant loginAt) {
    users.put(u.username(), new User(u.id(), u.username(), active, second(loginAt)));
  }

  private Optional<User> claimable(UserId id, CredentialSetId set, TimeStep step) {
    return inForce(id, set).filter(u -> u.active().lastStep().number() < step.number());
  }

  private Optional<User> inForce(UserId id, CredentialSetId set) {
    return users.values().stream()
        .filter(u -> u.id().equals(id) && u.active().setId().equals(set))
        .findFirst();
  }

  private static Instant second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
