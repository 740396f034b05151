package fr.cofrap.runtime;

import java.util.Map;

/**
 * What the JDK's server accepts from its clients. Slow clients are cut off in time, and the heap
 * has room for the bodies of as many as are accepted at once; of-watchdog rejects the rest earlier.
 *
 * <p>The module {@code jdk.httpserver} documents these properties, and reads them once, when its
 * first server is created. A property that is set on the command line takes precedence.
 */
final class HttpLimits {
  /**
   * of-watchdog's {@code max_inflight} of 200, the 100 idle connections that it may have closed a
   * moment before, and some headroom. All may arrive at once and wait to be accepted.
   */
  static final int MAX_CONNECTIONS = 320;

  private static final Map<String, String> PROPERTIES =
      Map.of(
          // Otherwise Nagle's algorithm and delayed acknowledgements add 40 ms to a response.
          "sun.net.httpserver.nodelay", "true",
          // Seconds to send the whole request, then to produce and send its response.
          "sun.net.httpserver.maxReqTime", "10",
          "sun.net.httpserver.maxRspTime", "120",
          // Keep reading past an oversized body, or its sender would be cut off before the
          // response.
          "sun.net.httpserver.drainAmount", "2097152",
          "sun.net.httpserver.maxReqHeaders", "100",
          "sun.net.httpserver.maxReqHeaderSize", "32768",
          "jdk.httpserver.maxConnections", "" + MAX_CONNECTIONS);

  private HttpLimits() {}

  static void apply() {
    PROPERTIES.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
  }
}
