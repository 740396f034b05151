package fr.cofrap.devstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * Chooses ports for servers, below those that systems give to outgoing connections. Otherwise a
 * client that keeps trying to reach a stopped server could be given that server's port.
 */
public final class FreePort {
  private static final int LOWEST = 15_000;
  private static final int ABOVE = 32_000;

  private FreePort() {}

  /**
   * A port that was free a moment ago.
   *
   * @throws StartFailure if none is found
   */
  public static int choose() {
    for (int attempt = 0; attempt < 100; attempt++) {
      int port = RandomGenerator.getDefault().nextInt(LOWEST, ABOVE);
      if (isFree(port)) {
        return port;
      }
    }
    throw new StartFailure("no port of 127.0.0.1 is free from " + LOWEST + " to " + ABOVE);
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
