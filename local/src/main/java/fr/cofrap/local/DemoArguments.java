package fr.cofrap.local;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code start_full_demo.sh} hands over: {@code <repository> <port> <data folder>}.
 *
 * @param repository the built repository
 * @param port of the gateway
 * @param data where everything is kept
 */
record DemoArguments(Path repository, int port, Path data) {
  /**
   * @throws StartFailure if there are not three, or the port is none
   */
  static DemoArguments of(List<String> words) {
    if (words.size() != 3) {
      throw new StartFailure("this is started by start_full_demo.sh");
    }
    try {
      int port = Integer.parseInt(words.get(1));
      if (port < 0 || port > 65_535) {
        throw new NumberFormatException();
      }
      return new DemoArguments(Path.of(words.get(0)), port, Path.of(words.get(2)));
    } catch (NumberFormatException e) {
      throw new StartFailure("--port takes a number from 1 to 65535, not " + words.get(1), e);
    }
  }
}
