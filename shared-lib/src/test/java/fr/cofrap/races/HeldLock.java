package fr.cofrap.races;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Bounded;
import fr.cofrap.account.NewCredentials;
import fr.cofrap.account.SampleCredentials;
import fr.cofrap.account.Username;
import fr.cofrap.jdbc.Session;
import fr.cofrap.jdbc.TestDatabase;

/** A lock held by another session, behind which the statements of a test queue in a known order. */
final class HeldLock implements AutoCloseable {
  private final Session holder = TestDatabase.asOwner().begin();
  private final Session looker = TestDatabase.asAdministrator();

  private HeldLock() {}

  /** Blocks inserts of users, but not reads. */
  static HeldLock onInsertingUsers() {
    return onTable("LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE");
  }

  /** Blocks changes and locks of this user. */
  static HeldLock onUser(Person person) {
    return onRow("SELECT FROM users WHERE username = ? FOR UPDATE", person);
  }

  /** Blocks changes of the credentials pending under this name. */
  static HeldLock onPending(Person person) {
    return onRow("SELECT FROM pending_credentials WHERE username = ? FOR UPDATE", person);
  }

  /** Blocks sign-ups for this name with another sign-up, which is eventually rolled back. */
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

  /** Blocks the counting of codes. */
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

  /** Returns once this many statements are waiting for a lock. */
  void awaitWaiting(int statements) {
    Bounded.until(statements + " statements are waiting for a lock", () -> waiting() >= statements);
  }

  private long waiting() {
    return looker.number(
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND wait_event_type = 'Lock'
        """);
  }

  /** Releases every waiting statement. */
  @Override
  public void close() {
    holder.close();
    looker.close();
  }
}
