package fr.cofrap.races;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.NewCredentials;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.SampleCredentials;
import fr.cofrap.account.Username;
import fr.cofrap.jdbc.PostgresAccounts;
import fr.cofrap.jdbc.Session;
import fr.cofrap.jdbc.TestDatabase;
import fr.cofrap.totp.TimeStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All writing operations, at random, on one name after another. Reservations end immediately, so
 * that others can take a name until it has an account. A deadlock would surface as {@link
 * fr.cofrap.Unavailable}.
 */
@Tag("postgres")
final class ConcurrentWritesTest {
  private static final int THREADS = 8;

  /** The least duration; a slow machine continues until enough has happened. */
  private static final Duration SPAN = Duration.ofSeconds(4);

  private static final Duration HUNG = Duration.ofSeconds(60);
  private static final int ACTIVATIONS = 100;
  private static final int NAMES = 5;
  private static final int OPERATIONS_PER_NAME = 200;

  private final Accounts accounts = new PostgresAccounts(TestDatabase.shared());
  private final AtomicLong operations = new AtomicLong();
  private final AtomicLong lastStep = new AtomicLong(TimeStep.at(Replica.NOW).number());
  private final Map<CredentialSetId, Username> activated = new ConcurrentHashMap<>();
  private final Map<Long, Username> names = new ConcurrentHashMap<>();

  @Test
  void neverDeadlocksAndKeepsTheTablesConsistent() throws Exception {
    Instant begun = Instant.now();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(threads.submit(() -> act(begun)));
      }
      while (continues(begun)) {
        assertThat(orphanedPendingCredentials()).isZero();
        assertThat(fingerprintsOfOtherSets()).isZero();
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(orphanedPendingCredentials()).isZero();
    assertThat(fingerprintsOfOtherSets()).isZero();
    assertThat(activated.size()).as("activations").isGreaterThan(ACTIVATIONS);
    assertThat(names.size()).as("names").isGreaterThan(NAMES);
  }

  private boolean continues(Instant begun) {
    Instant now = Instant.now();
    boolean enough = activated.size() > ACTIVATIONS && names.size() > NAMES;
    return now.isBefore(begun.plus(SPAN)) || (!enough && now.isBefore(begun.plus(HUNG)));
  }

  private void act(Instant begun) {
    while (continues(begun)) {
      Username name =
          names.computeIfAbsent(
              operations.getAndIncrement() / OPERATIONS_PER_NAME,
              n -> new Username("concurrent-" + n));
      Account read = accounts.find(name, Replica.NOW);
      switch (read) {
        case Account.Absent() -> signUp(name);
        case Account.SigningUp signUp -> act(signUp);
        case Account.Enrolled user -> act(user);
      }
    }
  }

  private void act(Account.SigningUp read) {
    switch (ThreadLocalRandom.current().nextInt(8)) {
      case 0 -> signUp(read.username());
      case 1 -> {
        if (read.pending().totpSecret().isPresent()
            && accounts.activateSignUp(
                read, read.pending().fingerprint(), nextStep(), Replica.NOW)) {
          noteActivation(read.pending().setId(), read.username());
        }
      }
      default -> bind(read.pending());
    }
  }

  private void act(Account.Enrolled read) {
    CredentialSetId active = read.active().setId();
    switch (ThreadLocalRandom.current().nextInt(7)) {
      case 0 -> signUp(read.username());
      case 1 -> accounts.startRenewal(read.id(), active, nextTicket(), unreserved());
      case 2 ->
          accounts.claimStep(
              read.id(), active, SampleCredentials.fingerprint(active), nextStep(), Replica.NOW);
      case 3 -> accounts.rehash(read.id(), read.active(), SampleCredentials.hash());
      case 4 -> read.renewal().ifPresent(this::bind);
      case 5 ->
          accounts.claimStepAndExpire(
              read.id(), active, SampleCredentials.fingerprint(active), nextStep());
      default ->
          read.renewal()
              .filter(renewal -> renewal.totpSecret().isPresent())
              .filter(renewal ->
                  accounts
                      .activateRenewal(
                          read, renewal, renewal.fingerprint(), nextStep(), Replica.NOW)
                      .isPresent())
              .ifPresent(renewal -> noteActivation(renewal.setId(), read.username()));
    }
  }

  private void signUp(Username name) {
    accounts.startSignUp(name, unreserved(), Replica.NOW);
  }

  private void bind(PendingCredentials read) {
    accounts.bindAuthenticator(read, SampleCredentials.sealed(), Replica.NOW);
  }

  private void noteActivation(CredentialSetId set, Username name) {
    assertThat(activated.put(set, name)).isNull();
  }

  private TimeStep nextStep() {
    return new TimeStep(lastStep.incrementAndGet());
  }

  /** Each is newer than the one before, so that none is used up. */
  private Instant nextTicket() {
    return Replica.NOW.plusSeconds(lastStep.incrementAndGet());
  }

  private static NewCredentials unreserved() {
    NewCredentials fresh = SampleCredentials.fresh(Replica.NOW);
    return new NewCredentials(
        fresh.setId(), fresh.password(), fresh.fingerprint(), Replica.NOW, fresh.usableUntil());
  }

  private static long fingerprintsOfOtherSets() {
    try (Session session = TestDatabase.asOwner()) {
      return session.number(
          """
          SELECT count(*) FROM (
            SELECT username, set_id, fingerprint FROM users
            UNION ALL SELECT username, set_id, fingerprint FROM pending_credentials) AS sets
          WHERE username LIKE 'concurrent-%' AND split_part(fingerprint, ':', 1) <> set_id::text
          """);
    }
  }

  private static long orphanedPendingCredentials() {
    try (Session session = TestDatabase.asOwner()) {
      return session.number(
          """
          SELECT count(*) FROM pending_credentials p LEFT JOIN users u USING (username)
          WHERE p.replaces IS DISTINCT FROM u.set_id
            AND username LIKE 'concurrent-%'
          """);
    }
  }
}
