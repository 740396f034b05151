package fr.cofrap.enrollment;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.NewCredentials;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordGenerator;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.password.PasswordHasher;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Generates passwords, and the pending credentials that are stored for them. */
public final class CredentialGenerator {
  /** How long a sign-up reserves its name. */
  public static final Duration PENDING = Duration.ofMinutes(15);

  /** How long pending credentials can be bound and activated. */
  public static final Duration USABLE = Duration.ofHours(24);

  private final PasswordGenerator passwords;
  private final PasswordHasher hasher;
  private final SecureRandom random;

  public CredentialGenerator(PasswordHasher hasher, SecureRandom random) {
    this.passwords = new PasswordGenerator(random);
    this.hasher = hasher;
    this.random = random;
  }

  Password password() {
    return passwords.generate();
  }

  /**
   * Credentials for a new user.
   *
   * @throws fr.cofrap.Unavailable when the hashing queue is full
   */
  NewCredentials credentials(Password password, Instant now) {
    return credentials(hasher.hash(password), now);
  }

  /**
   * Credentials that will replace others. They share salt and cost with the hash that they replace,
   * so that one Argon2id run verifies a candidate against both.
   *
   * @throws fr.cofrap.Unavailable when the hashing queue is full
   */
  NewCredentials replacement(Password password, PasswordHash replaced, Instant now) {
    return credentials(hasher.hashAlike(password, replaced), now);
  }

  private NewCredentials credentials(PasswordHash hash, Instant now) {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    return new NewCredentials(
        CredentialSetId.random(random), hash, second.plus(PENDING), second.plus(USABLE));
  }
}
