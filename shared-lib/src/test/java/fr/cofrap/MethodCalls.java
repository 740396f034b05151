package fr.cofrap;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.consumer.RecordingStream;

/** Counts actual calls of a method, with the JDK's method tracing (JEP 520). */
public final class MethodCalls {
  private MethodCalls() {}

  /**
   * The number of calls that this work takes, counted in the whole process.
   *
   * @param method as in {@code java.lang.String::length}
   */
  public static int of(String method, Runnable work) {
    AtomicInteger calls = new AtomicInteger();
    try (RecordingStream events = new RecordingStream()) {
      events
          .enable("jdk.MethodTrace")
          .with("filter", method)
          .with("threshold", Duration.ZERO.toString());
      events.onEvent("jdk.MethodTrace", event -> calls.incrementAndGet());
      events.startAsync();
      work.run();
      events.stop();
    }
    return calls.get();
  }
}
