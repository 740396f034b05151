package fr.cofrap.password;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, version 0x13 (RFC 9106).
 *
 * <p>Keeps its memory between runs, because allocating 19 MiB for each would be slow. Not
 * thread-safe.
 */
final class Argon2id {
  private static final int SPARE_BLOCKS = 8;

  private final BlockPool memory;

  /**
   * Allocates this much memory.
   *
   * @param memoryKib the memory to keep; a run that needs more allocates the rest itself
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

  /** Takes every input that the RFC defines, for its test vectors. */
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
