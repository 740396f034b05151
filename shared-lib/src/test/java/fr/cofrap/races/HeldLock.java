package fr.cofrap.races;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.account.NewCredentials;
import fr.cofrap.account.SampleCredentials;
import fr.cofrap.account.Username;
import fr.cofrap.jdbc.Session;
import fr.cofrap.jdbc.TestDatabase;
import java.time.Duration;

/** A lock held by somebody else: behind it, the functions' statements queue in a known order. */
final class HeldLock implements AutoCloseable {
  private static final Duration HUNG = Duration.ofSeconds(60);

  private final Session holder = TestDatabase.asOwner().begin();
  private final Session looker = TestDatabase.asAdministrator();

  private HeldLock() {}

  /** Whoever inserts a user waits; who reads users does not. */
  static HeldLock onInsertingUsers() {
    return onTable("LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE");
  }

  /** Whoever changes or locks this user waits. */
  static HeldLock onUser(Person person) {
    return onRow("SELECT FROM users WHERE username = ? FOR UPDATE", person);
  }

  /** Whoever changes what is pending under this name waits. */
  static HeldLock onPending(Person person) {
    return onRow("SELECT FROM pending_credentials WHERE username = ? FOR UPDATE", person);
  }

  /** Sign-ups for this name wait for another sign-up, which is then rolled back. */
  static HeldLock onSigningUp(Username name) {
    HeldLock lock = new HeldLock();
    NewCredentials credentials = SampleCredentials.fresh(Replica.NOW);
    lock.holder.update(
        """
        INSERT INTO pending_credentials
          (set_id, user_id, username, password, pending_until, usable_until)
        VALUES (?, nextval('user_ids'), ?, ?, ?, ?)
        """,
        credentials.setId().value(),
        name.value(),
        credentials.password().phc(),
        credentials.pendingUntil().getEpochSecond(),
        credentials.usableUntil().getEpochSecond());
    return lock;
  }

  /** Whoever counts a code waits. */
  static HeldLock onCountingCodes() {
    return onTable("LOCK TABLE code_attempts IN EXCLUSIVE MODE");
  }

  private static HeldLock onTable(String sql) {
    HeldLock lock = new HeldLock();
    lock.holder.update(sql);
    return lock;
  }

  private static HeldLock onRow(String sql, Person person) {
    HeldLock lock = new HeldLock();
    assertThat(lock.holder.locksARow(sql, person.name().value())).isTrue();
    return lock;
  }

  /** Returns once so many statements wait for a lock. */
  void awaitWaiting(int statements) throws InterruptedException {
    long giveUp = System.nanoTime() + HUNG.toNanos();
    while (waiting() < statements) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError(waiting() + " statements wait, not " + statements);
      }
      Thread.sleep(Duration.ofMillis(1));
    }
  }

  private long waiting() {
    return looker.number(
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND wait_event_type = 'Lock'
        """);
  }

  /** Lets them all go on. */
  @Override
  public void close() {
    holder.close();
    looker.close();
  }
}
