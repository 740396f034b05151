package fr.cofrap.password;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, version 0x13 (RFC 9106).
 *
 * <p>Keeps its memory between runs, as allocating 19 MiB for each would cost more than it must. For
 * one thread only.
 */
final class Argon2id {
  private static final int SPARE_BLOCKS = 8;

  private final BlockPool memory;

  /**
   * Keeps this much memory.
   *
   * @param memoryKib the memory that is kept; a run that asks for more takes the rest for itself
   */
  Argon2id(int memoryKib) {
    memory = new FixedBlockPool(memoryKib + SPARE_BLOCKS);
  }

  /**
   * @param length of the digest, in bytes
   */
  byte[] digest(HashCost cost, byte[] salt, byte[] password, int length) {
    return digest(builder(cost, salt), password, length);
  }

  /** With all inputs that the RFC knows, as its test vectors need them. */
  byte[] digest(Argon2Parameters.Builder parameters, byte[] password, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters.withBlockPool(memory).build());
    byte[] digest = new byte[length];
    generator.generateBytes(password, digest);
    return digest;
  }

  static Argon2Parameters.Builder builder(HashCost cost, byte[] salt) {
    return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(cost.memoryKib())
        .withIterations(cost.passes())
        .withParallelism(cost.lanes())
        .withSalt(salt);
  }
}
