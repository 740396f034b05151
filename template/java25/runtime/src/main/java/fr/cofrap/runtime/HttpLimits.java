package fr.cofrap.runtime;

import java.util.Map;

/**
 * What the JDK's server takes from its clients. Slow ones are cut off in time, and as many as it
 * takes at once fit the heap with their bodies; of-watchdog turns the rest away before.
 *
 * <p>The module {@code jdk.httpserver} documents these properties, and reads them once, when its
 * first server is made. A property that is set on the command line wins.
 */
final class HttpLimits {
  /**
   * of-watchdog's {@code max_inflight} of 200, the 100 idle connections that it may have closed a
   * moment before, and some to spare. All may arrive at once and wait to be accepted.
   */
  static final int MAX_CONNECTIONS = 320;

  private static final Map<String, String> PROPERTIES =
      Map.of(
          // Otherwise Nagle's algorithm and delayed acknowledgements add 40 ms to an answer.
          "sun.net.httpserver.nodelay", "true",
          // Seconds to send the whole request, then to take its answer (handler included).
          "sun.net.httpserver.maxReqTime", "10",
          "sun.net.httpserver.maxRspTime", "120",
          // Read on past a body too long, or its sender would be cut off before the answer.
          "sun.net.httpserver.drainAmount", "2097152",
          "sun.net.httpserver.maxReqHeaders", "100",
          "sun.net.httpserver.maxReqHeaderSize", "32768",
          "jdk.httpserver.maxConnections", "" + MAX_CONNECTIONS);

  private HttpLimits() {}

  static void apply() {
    PROPERTIES.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
  }
}
