package fr.cofrap.password;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.consumer.RecordingStream;

/** Counts actual runs of Argon2, with the JDK's method tracing (JEP 520). */
public final class Argon2Runs {
  private Argon2Runs() {}

  /** The number of runs that this work takes, counted in the whole process. */
  public static int of(Runnable work) {
    AtomicInteger runs = new AtomicInteger();
    try (RecordingStream events = new RecordingStream()) {
      events
          .enable("jdk.MethodTrace")
          .with(
              "filter", "org.bouncycastle.crypto.generators.Argon2BytesGenerator::fillMemoryBlocks")
          .with("threshold", Duration.ZERO.toString());
      events.onEvent("jdk.MethodTrace", event -> runs.incrementAndGet());
      events.startAsync();
      work.run();
      events.stop();
    }
    return runs.get();
  }
}
