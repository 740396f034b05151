package fr.cofrap.password;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hashes passwords, and finds the hash that matches a candidate. */
public final class PasswordHasher {
  private static final int SALT_BYTES = 16;
  private static final int DIGEST_BYTES = 32;

  private final HashThreads threads;
  private final HashCost cost;
  private final SecureRandom random;
  private final PasswordHash nobody;

  /**
   * A hasher that creates new hashes at this cost.
   *
   * @param cost of new hashes
   */
  public PasswordHasher(HashThreads threads, HashCost cost, SecureRandom random) {
    this.threads = threads;
    this.cost = cost;
    this.random = random;
    this.nobody = PasswordHash.of(cost, salt(), new byte[DIGEST_BYTES]);
  }

  /**
   * Hashes a password with a new salt.
   *
   * @throws fr.cofrap.Unavailable when the hashing queue is full
   */
  public PasswordHash hash(Password password) {
    return hash(password, cost, salt());
  }

  /**
   * Hashes a password with the salt and cost of another hash of the same user, so that one run
   * verifies a candidate against both.
   *
   * @throws fr.cofrap.Unavailable when the hashing queue is full
   */
  public PasswordHash hashAlike(Password password, PasswordHash other) {
    return hash(password, other.cost(), other.salt());
  }

  /** The same password at the current cost, or empty if the hash already costs as much. */
  public Optional<PasswordHash> strengthened(Password password, PasswordHash hash) {
    return hash.cost().isBelow(cost) ? Optional.of(hash(password)) : Optional.empty();
  }

  /**
   * Finds the hash that matches a candidate.
   *
   * <p>Timing must not reveal whether a user exists or has a renewal pending: no hash, one hash,
   * and several hashes of one user all take one run.
   *
   * @param hashes of one user, none if there is no such user
   * @throws fr.cofrap.Unavailable when the hashing queue is full
   */
  public Optional<PasswordHash> match(Password candidate, List<PasswordHash> hashes) {
    if (!candidate.canBeGenerated()) {
      return Optional.empty();
    }
    List<PasswordHash> compared = hashes.isEmpty() ? List.of(nobody) : hashes;
    return threads.run(argon2id -> {
      Optional<PasswordHash> found = Optional.empty();
      for (List<PasswordHash> alike : groupedBySaltAndCost(compared)) {
        PasswordHash first = alike.getFirst();
        byte[] digest = argon2id.digest(first.cost(), first.salt(), candidate.utf8(), DIGEST_BYTES);
        for (PasswordHash hash : alike) {
          if (MessageDigest.isEqual(hash.digest(), digest) && !hash.equals(nobody)) {
            found = Optional.of(hash);
          }
        }
      }
      return found;
    });
  }

  /** Normally one group; more only while a hash at an older cost awaits its replacement. */
  private static Collection<List<PasswordHash>> groupedBySaltAndCost(List<PasswordHash> hashes) {
    return hashes.stream().collect(Collectors.groupingBy(PasswordHash::saltAndCost)).values();
  }

  private PasswordHash hash(Password password, HashCost at, byte[] salt) {
    byte[] digest =
        threads.run(argon2id -> argon2id.digest(at, salt, password.utf8(), DIGEST_BYTES));
    return PasswordHash.of(at, salt, digest);
  }

  private byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }
}
