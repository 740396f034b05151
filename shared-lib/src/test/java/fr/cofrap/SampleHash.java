package fr.cofrap;

import fr.cofrap.password.PasswordHash;

/** A hash for tests that never verify a password. */
public final class SampleHash {
  public static final PasswordHash ANY =
      new PasswordHash(
          "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
              + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

  private SampleHash() {}
}
