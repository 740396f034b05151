package fr.cofrap.account;

import fr.cofrap.password.PasswordHash;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Credentials for tests of storage, which looks into none of them; no two are alike. */
public final class SampleCredentials {
  private static final AtomicInteger LAST = new AtomicInteger();

  private SampleCredentials() {}

  /** A name that no other test of this run has. */
  public static Username unusedName() {
    return new Username("somebody-" + LAST.incrementAndGet());
  }

  /** A set asked for at this time, with the times that the service gives it. */
  public static NewCredentials fresh(Instant now) {
    return new NewCredentials(
        new CredentialSetId(UUID.randomUUID()),
        hash(),
        now.plus(Duration.ofMinutes(15)),
        now.plus(Duration.ofHours(24)));
  }

  /** A hash in the right form, of no password. */
  public static PasswordHash hash() {
    return new PasswordHash(
        "$argon2id$v=19$m=64,t=1,p=1$%022d$%043d".formatted(0, LAST.incrementAndGet()));
  }

  /** A secret in the form of none. */
  public static SealedSecret sealed() {
    return new SealedSecret("sealed-" + LAST.incrementAndGet());
  }
}
