package fr.cofrap.account;

import fr.cofrap.password.PasswordHash;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Unique credentials for storage tests; storage does not interpret them. */
public final class SampleCredentials {
  private static final AtomicInteger LAST = new AtomicInteger();

  private SampleCredentials() {}

  /** A name that no other test of this run uses. */
  public static Username unusedName() {
    return new Username("somebody-" + LAST.incrementAndGet());
  }

  /** A set requested at this time, with the deadlines that the service would set. */
  public static NewCredentials fresh(Instant now) {
    CredentialSetId set = new CredentialSetId(UUID.randomUUID());
    return new NewCredentials(
        set,
        hash(),
        fingerprint(set),
        now.plus(Duration.ofMinutes(15)),
        now.plus(Duration.ofHours(24)));
  }

  /** A well-formed hash that matches no password. */
  public static PasswordHash hash() {
    return new PasswordHash(
        "$argon2id$v=19$m=64,t=1,p=1$%022d$%043d".formatted(0, LAST.incrementAndGet()));
  }

  /** A fingerprint that matches no password. */
  public static Fingerprint fingerprint(CredentialSetId set) {
    return new Fingerprint(set, "%016x".formatted(1), "%012x".formatted(LAST.incrementAndGet()));
  }

  /** A text that is not a valid sealed secret. */
  public static SealedSecret sealed() {
    return new SealedSecret("sealed-" + LAST.incrementAndGet());
  }
}
