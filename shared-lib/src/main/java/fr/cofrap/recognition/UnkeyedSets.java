package fr.cofrap.recognition;

import fr.cofrap.Unavailable;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.password.Backlog;
import fr.cofrap.password.InFlight;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.password.PasswordHasher;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sets whose fingerprint was made by a key that is not on the ring: the key was lost, or the set is
 * older than fingerprints. Only a hash can show whether a password is theirs.
 *
 * <p>Anyone who guesses the password of such a set costs a hash, so these are computed one at a
 * time, with a backlog of their own. A flood against them keeps out their own users, until each has
 * logged in once; it costs others at most one of the hashing threads.
 */
final class UnkeyedSets {
  private static final Logger LOG = Logger.getLogger(UnkeyedSets.class.getName());
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final int MOST_FOR_ONE_SET = 2;
  private static final long BETWEEN_LINES = Duration.ofMinutes(1).toNanos();

  private final PasswordHasher hasher;
  private final InFlight inFlight = new InFlight(MOST_FOR_ONE_SET);
  private final Backlog backlog = new Backlog(1);
  private final Lock turn = new ReentrantLock(true);
  private final AtomicLong verified = new AtomicLong();
  private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

  UnkeyedSets(PasswordHasher hasher) {
    this.hasher = hasher;
  }

  /**
   * Hashes a candidate.
   *
   * @throws Unavailable when it would have to wait for too long, two of the set are waiting
   *     already, or hashing is unavailable
   */
  boolean matches(Password candidate, CredentialSetId set, PasswordHash hash) {
    if (!inFlight.enter(set)) {
      throw new Unavailable("two passwords of the same set are being hashed", RETRY_AFTER);
    }
    try {
      return inTurn(candidate, set, hash);
    } finally {
      inFlight.leave(set);
    }
  }

  private boolean inTurn(Password candidate, CredentialSetId set, PasswordHash hash) {
    backlog.enter();
    turn.lock();
    try {
      report(verified.incrementAndGet());
      return measured(candidate, set, hash);
    } finally {
      turn.unlock();
      backlog.leave();
    }
  }

  private boolean measured(Password candidate, CredentialSetId set, PasswordHash hash) {
    long begin = System.nanoTime();
    boolean matches = hasher.matches(candidate, hash, set);
    backlog.took(Duration.ofNanos(System.nanoTime() - begin));
    return matches;
  }

  /** One line a minute: an administrator has to know that a key is missing. */
  private void report(long count) {
    long now = System.nanoTime();
    long due = nextLine.get();
    if (now - due >= 0 && nextLine.compareAndSet(due, now + BETWEEN_LINES)) {
      LOG.log(
          Level.WARNING,
          "passwords are hashed to be recognized: no key of the ring made their fingerprint",
          Map.of("count", count));
    }
  }
}
