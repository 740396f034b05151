package fr.cofrap.admin.database;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.admin.Program;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The purge during logins and sign-ups: what must not be lost, and who must not wait. */
@Tag("postgres")
@Timeout(300)
final class PurgeRacesTest {
  private static final int HOUR = 3600;
  private static final int MANY = 300;
  private static final int PURGES = 6;

  /** Enough for a purge to overlap with many logins. */
  private static final Duration BETWEEN_LOGINS = Duration.ofMillis(2);

  /** Sets longer limits than the roles have: a busy machine needs them to reach the race. */
  @BeforeEach
  void emptyTablesAndExtendLimits() {
    PurgeDatabase.empty();
    for (String limit :
        List.of("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")) {
      alterRole("cofrap_app", "SET " + limit + " = '60s'");
      alterRole("cofrap_purge", "SET " + limit + " = '60s'");
    }
  }

  @AfterAll
  static void resetLimits() {
    alterRole("cofrap_app", "RESET ALL");
    alterRole("cofrap_purge", "RESET ALL");
  }

  private static void alterRole(String role, String change) {
    try (Session session = PurgeDatabase.asSuperuser()) {
      session.execute("ALTER ROLE " + role + " IN DATABASE cofrap " + change);
    }
  }

  @Test
  void keepsTheCountOfASetThatIsBeingActivated() {
    CredentialSet set = CredentialSet.pending("michel", HOUR).counted();
    try (Session login = PurgeDatabase.asApp().begin()) {
      set.activate(login, "michel");
      assertPurges("pending_credentials: 0, code_attempts: 0");
      login.commit();
    }
    assertPurges("pending_credentials: 0, code_attempts: 0");
    assertThat(set.hasCount()).isTrue();
  }

  /** The purge waits at another row meanwhile. */
  @Test
  void keepsTheCountOfASetActivatedDuringThePurge() throws Exception {
    CredentialSet ended = CredentialSet.ended().counted();
    CredentialSet set = CredentialSet.pending("michel", HOUR).counted();
    CompletableFuture<Program> purge;
    try (Session other = PurgeDatabase.asApp().begin();
        Session login = PurgeDatabase.asApp().begin()) {
      other.execute("UPDATE code_attempts SET total = 2 WHERE set_id = '%s'".formatted(ended.id()));
      purge = startedAndWaiting();
      set.activate(login, "michel");
      login.commit();
      other.commit();
    }
    assertThat(purge.get(60, TimeUnit.SECONDS).out()).contains("code_attempts: 1\n");
    assertThat(set.hasCount()).isTrue();
    assertThat(ended.hasCount()).isFalse();
  }

  @Test
  void losesNoCountWhileManySetsAreActivated() {
    List<CredentialSet> sets =
        IntStream.range(0, MANY)
            .mapToObj(i -> CredentialSet.pending("user" + i, HOUR).counted())
            .toList();
    AtomicInteger purges = new AtomicInteger();
    CompletableFuture<Void> logins = CompletableFuture.runAsync(() -> activateAll(sets, purges));
    try {
      while (!logins.isDone()) {
        assertPurges("code_attempts: 0");
        purges.incrementAndGet();
      }
    } finally {
      purges.set(PURGES);
      logins.join();
    }
    assertThat(sets).allMatch(CredentialSet::isActive).allMatch(CredentialSet::hasCount);
  }

  /** In several parts, each of which starts only after another purge has run. */
  private static void activateAll(List<CredentialSet> sets, AtomicInteger purges) {
    try (Session login = PurgeDatabase.asApp().begin()) {
      for (int i = 0; i < sets.size(); i++) {
        while (purges.get() < i * PURGES / MANY) {
          LockSupport.parkNanos(BETWEEN_LOGINS.toNanos());
        }
        sets.get(i).activate(login, "user" + i);
        login.commit();
        LockSupport.parkNanos(BETWEEN_LOGINS.toNanos());
      }
    }
  }

  @Test
  void keepsASignUpThatTakesOverAStaleName() throws Exception {
    CredentialSet stale = CredentialSet.pending("michel", 0);
    CredentialSet fresh = CredentialSet.ended();
    CompletableFuture<Program> purge;
    try (Session signUp = PurgeDatabase.asApp().begin()) {
      signUp.execute(
          """
          UPDATE pending_credentials
          SET set_id = '%s', pending_until = pending_until + 60, usable_until = usable_until + 60
          WHERE set_id = '%s'
          """
              .formatted(fresh.id(), stale.id()));
      purge = startedAndWaiting();
      signUp.commit();
    }
    assertThat(purge.get(60, TimeUnit.SECONDS).out()).contains("pending_credentials: 0,");
    assertThat(fresh.isPending()).isTrue();
  }

  @Test
  void doesNotWaitForALoginThatReservesAnAttempt() {
    CredentialSet set = CredentialSet.active("michel").counted();
    try (Session login = PurgeDatabase.asApp().begin()) {
      login.execute("UPDATE code_attempts SET total = 2 WHERE set_id = '%s'".formatted(set.id()));
      assertPurges("code_attempts: 0");
    }
    assertThat(set.hasCount()).isTrue();
  }

  @Test
  void reportsThatItTimedOutWaitingForALock() {
    alterRole("cofrap_purge", "RESET lock_timeout");
    CredentialSet set = CredentialSet.pending("michel", 0);
    try (Session signUp = PurgeDatabase.asApp().begin()) {
      signUp.execute(
          "UPDATE pending_credentials SET version = 1 WHERE set_id = '" + set.id() + "'");
      Program purge = PurgeDatabase.purge();
      assertThat(purge.exitCode()).isEqualTo(1);
      assertThat(purge.err()).contains("timed out waiting for a lock", "try again").hasLineCount(1);
    }
  }

  private static void assertPurges(String counts) {
    Program purge = PurgeDatabase.purge();
    assertThat(purge.err()).isEmpty();
    assertThat(purge.out()).contains(counts);
  }

  private static CompletableFuture<Program> startedAndWaiting() throws InterruptedException {
    CompletableFuture<Program> purge = CompletableFuture.supplyAsync(PurgeDatabase::purge);
    try (Session observer = PurgeDatabase.asSuperuser()) {
      while (observer
          .text(
              "SELECT count(*) FROM pg_stat_activity WHERE usename = 'cofrap_purge' AND wait_event_type = 'Lock'")
          .equals("0")) {
        assertThat(purge).isNotDone();
        Thread.sleep(10);
      }
    }
    return purge;
  }
}
