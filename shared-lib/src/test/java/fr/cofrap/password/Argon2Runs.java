package fr.cofrap.password;

import fr.cofrap.MethodCalls;

/** Counts actual runs of Argon2. */
public final class Argon2Runs {
  private static final String RUN =
      "org.bouncycastle.crypto.generators.Argon2BytesGenerator::fillMemoryBlocks";

  private Argon2Runs() {}

  /** The number of runs that this work takes, counted in the whole process. */
  public static int of(Runnable work) {
    return MethodCalls.of(RUN, work);
  }
}
