package fr.cofrap;

import fr.cofrap.password.HashCost;
import fr.cofrap.password.HashThreads;
import fr.cofrap.password.PasswordHasher;
import java.security.SecureRandom;

/** The real hasher, at a cost low enough for a test to hash thousands of times. */
public final class CheapHasher {
  public static final HashCost COST = new HashCost(64, 1, 1);
  public static final HashCost GROWN = new HashCost(128, 2, 1);

  private static final HashThreads THREADS = new HashThreads(2, GROWN);
  private static final SecureRandom RANDOM = new SeededRandom(1);

  private CheapHasher() {}

  public static PasswordHasher at(HashCost cost) {
    return new PasswordHasher(THREADS, cost, RANDOM);
  }
}
