package fr.cofrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The purge while logins and sign-ups go on: what must not be lost, and who must not wait. */
@Timeout(60)
final class PurgeRacesTest {
  private static final int MANY = 300;

  /** So that there are many purges among so many logins. */
  private static final Duration BETWEEN_LOGINS = Duration.ofMillis(2);

  @BeforeEach
  void empty() {
    PurgeDatabase.empty();
  }

  @Test
  void aSetThatIsBeingActivatedKeepsItsCount() {
    CredentialSet set = CredentialSet.pending("michel", 60).counted();
    try (Session login = PurgeDatabase.asApp().begin()) {
      set.activate(login, "michel");
      assertPurges("pending_credentials: 0, code_attempts: 0");
      login.commit();
    }
    assertPurges("pending_credentials: 0, code_attempts: 0");
    assertThat(set.hasCount()).isTrue();
  }

  /** The purge stands still at another row meanwhile. */
  @Test
  void aSetThatIsActivatedDuringAPurgeKeepsItsCount() throws Exception {
    CredentialSet ended = CredentialSet.ended().counted();
    CredentialSet set = CredentialSet.pending("michel", 60).counted();
    CompletableFuture<Program> purge;
    try (Session other = PurgeDatabase.asApp().begin();
        Session login = PurgeDatabase.asApp().begin()) {
      other.execute("UPDATE code_attempts SET total = 2 WHERE set_id = '%s'".formatted(ended.id()));
      purge = startedAndWaiting();
      set.activate(login, "michel");
      login.commit();
      other.commit();
    }
    assertThat(purge.get(10, TimeUnit.SECONDS).out()).contains("code_attempts: 1\n");
    assertThat(set.hasCount()).isTrue();
    assertThat(ended.hasCount()).isFalse();
  }

  @Test
  void noCountIsLostWhileManyAreActivated() {
    List<CredentialSet> sets =
        IntStream.range(0, MANY)
            .mapToObj(i -> CredentialSet.pending("user" + i, 60).counted())
            .toList();
    CompletableFuture<Void> logins = CompletableFuture.runAsync(() -> activateAll(sets));
    int purges = 0;
    while (!logins.isDone()) {
      assertPurges("code_attempts: 0");
      purges++;
    }
    logins.join();
    assertThat(purges).isGreaterThan(5);
    assertThat(sets).allMatch(CredentialSet::isActive).allMatch(CredentialSet::hasCount);
  }

  private static void activateAll(List<CredentialSet> sets) {
    try (Session login = PurgeDatabase.asApp().begin()) {
      for (int i = 0; i < sets.size(); i++) {
        sets.get(i).activate(login, "user" + i);
        login.commit();
        LockSupport.parkNanos(BETWEEN_LOGINS.toNanos());
      }
    }
  }

  @Test
  void aSignUpThatTakesOverAStaleNameIsKept() throws Exception {
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
    assertThat(purge.get(10, TimeUnit.SECONDS).out()).contains("pending_credentials: 0,");
    assertThat(fresh.isPending()).isTrue();
  }

  @Test
  void aLoginThatReservesAnAttemptKeepsNobodyWaiting() {
    CredentialSet set = CredentialSet.active("michel").counted();
    try (Session login = PurgeDatabase.asApp().begin()) {
      login.execute("UPDATE code_attempts SET total = 2 WHERE set_id = '%s'".formatted(set.id()));
      assertPurges("code_attempts: 0");
    }
    assertThat(set.hasCount()).isTrue();
  }

  @Test
  void aPurgeThatWaitsForTooLongSaysSo() {
    CredentialSet set = CredentialSet.pending("michel", 0);
    try (Session signUp = PurgeDatabase.asApp().begin()) {
      signUp.execute(
          "UPDATE pending_credentials SET version = 1 WHERE set_id = '" + set.id() + "'");
      Program purge = PurgeDatabase.purge();
      assertThat(purge.exitCode()).isEqualTo(1);
      assertThat(purge.err()).contains("somebody else held a lock", "try again").hasLineCount(1);
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
        Thread.sleep(10);
      }
    }
    return purge;
  }
}
