package fr.cofrap.devstack;

import fr.cofrap.devstack.process.StartFailure;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code start_full_demo.sh} hands over: {@code <repository> <port> <data folder> <tls in
 * front: true or false>}.
 *
 * @param repository the built repository
 * @param port of the gateway
 * @param data where everything is kept
 * @param tlsInFront whether a proxy that speaks TLS stands in front
 */
record DemoArguments(Path repository, int port, Path data, boolean tlsInFront) {
  /**
   * @throws StartFailure if there are not four, or the port is none
   */
  static DemoArguments of(List<String> words) {
    if (words.size() != 4) {
      throw new StartFailure("this is started by start_full_demo.sh");
    }
    try {
      int port = Integer.parseInt(words.get(1));
      if (port < 0 || port > 65_535) {
        throw new NumberFormatException();
      }
      return new DemoArguments(
          Path.of(words.get(0)), port, Path.of(words.get(2)), Boolean.parseBoolean(words.get(3)));
    } catch (NumberFormatException e) {
      throw new StartFailure("--port takes a number from 1 to 65535, not " + words.get(1), e);
    }
  }
}
