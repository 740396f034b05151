package fr.cofrap.enrollment;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.NewCredentials;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordGenerator;
import fr.cofrap.password.PasswordHasher;
import fr.cofrap.recognition.Fingerprinter;
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
  private final Fingerprinter fingerprinter;
  private final SecureRandom random;

  public CredentialGenerator(
      PasswordHasher hasher, Fingerprinter fingerprinter, SecureRandom random) {
    this.passwords = new PasswordGenerator(random);
    this.hasher = hasher;
    this.fingerprinter = fingerprinter;
    this.random = random;
  }

  Password password() {
    return passwords.generate();
  }

  /**
   * Credentials with this password.
   *
   * @param subject whose they will be: no more than two are hashed for it at the same time
   * @throws fr.cofrap.Unavailable when the hashing queue is full
   */
  NewCredentials credentials(Password password, Object subject, Instant now) {
    CredentialSetId set = CredentialSetId.random(random);
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    return new NewCredentials(
        set,
        hasher.hash(password, subject),
        fingerprinter.of(set, password),
        second.plus(PENDING),
        second.plus(USABLE));
  }
}
