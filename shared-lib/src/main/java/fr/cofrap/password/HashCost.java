package fr.cofrap.password;

/**
 * What one Argon2id run costs (RFC 9106, section 3.1).
 *
 * @param memoryKib memory, in KiB
 * @param passes passes over that memory
 * @param lanes degree of parallelism
 */
public record HashCost(int memoryKib, int passes, int lanes) {
  /** OWASP's minimum for Argon2id (Password Storage Cheat Sheet). */
  public static final HashCost OWASP_MINIMUM = new HashCost(19_456, 2, 1);

  /** Whether this costs an attacker less than the other in memory or in passes. */
  boolean isBelow(HashCost other) {
    return memoryKib < other.memoryKib || passes < other.passes;
  }
}
