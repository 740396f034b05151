package fr.cofrap.password;

import fr.cofrap.Unavailable;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/** Hashes passwords, and verifies candidates against hashes. */
public final class PasswordHasher {
  private static final int SALT_BYTES = 16;
  private static final int DIGEST_BYTES = 32;
  private static final int MOST_FOR_ONE_SUBJECT = 2;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final HashThreads threads;
  private final HashCost cost;
  private final SecureRandom random;
  private final InFlight inFlight = new InFlight(MOST_FOR_ONE_SUBJECT);

  /**
   * A hasher that makes new hashes at this cost.
   *
   * @param cost of new hashes
   */
  public PasswordHasher(HashThreads threads, HashCost cost, SecureRandom random) {
    this.threads = threads;
    this.cost = cost;
    this.random = random;
  }

  /**
   * Hashes a password with a new salt.
   *
   * @param subject whose hash it will be; two are computed for one subject at the same time at most
   * @throws Unavailable when the hashing queue is full, or two are being computed for the subject
   */
  public PasswordHash hash(Password password, Object subject) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return PasswordHash.of(cost, salt, digest(password, cost, salt, subject));
  }

  /** The same password at the current cost, or empty if the hash costs as much already. */
  public Optional<PasswordHash> strengthened(Password password, PasswordHash hash, Object subject) {
    return hash.cost().isBelow(cost) ? Optional.of(hash(password, subject)) : Optional.empty();
  }

  /**
   * Whether a hash is that of a candidate.
   *
   * @param subject whose hash it is, as for {@link #hash}
   * @throws Unavailable as {@link #hash} does
   */
  public boolean matches(Password candidate, PasswordHash hash, Object subject) {
    return MessageDigest.isEqual(
        hash.digest(), digest(candidate, hash.cost(), hash.salt(), subject));
  }

  private byte[] digest(Password password, HashCost at, byte[] salt, Object subject) {
    if (!inFlight.enter(subject)) {
      throw new Unavailable("two hashes of the same subject are being computed", RETRY_AFTER);
    }
    try {
      return threads.run(argon2id -> argon2id.digest(at, salt, password.utf8(), DIGEST_BYTES));
    } finally {
      inFlight.leave(subject);
    }
  }
}
