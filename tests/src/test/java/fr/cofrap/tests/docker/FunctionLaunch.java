package fr.cofrap.tests.docker;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a function's container is started: as {@code stack.yml} has it deployed, read-only,
 * unprivileged, limited, its secrets mounted, the database by its name on the bridge.
 *
 * @param port where the image listens
 * @param ready the path that succeeds once it is ready
 * @param options further options of {@code docker run}
 */
public record FunctionLaunch(
    Foundation foundation,
    String function,
    String image,
    int port,
    String ready,
    Path secrets,
    List<String> options) {
  static FunctionLaunch of(Foundation foundation, String function, String image) {
    Path secrets = foundation.secrets().mountOf(function);
    return new FunctionLaunch(foundation, function, image, 8082, "/_/ready", secrets, List.of());
  }

  /** For an image that listens elsewhere, such as of-watchdog's. */
  public FunctionLaunch listeningOn(int port, String ready) {
    return new FunctionLaunch(foundation, function, image, port, ready, secrets, options);
  }

  public FunctionLaunch withSecrets(Path secrets) {
    return new FunctionLaunch(foundation, function, image, port, ready, secrets, options);
  }

  /** With further options of {@code docker run}; a later one overrides an earlier one. */
  public FunctionLaunch with(String... more) {
    List<String> all = Stream.concat(options.stream(), Stream.of(more)).toList();
    return new FunctionLaunch(foundation, function, image, port, ready, secrets, all);
  }

  /** Waits until a container launched like this accepts requests, and returns its address. */
  public URI awaitReady(Container container) {
    return container.awaitReady(port, ready);
  }

  /** Starts it and does not wait. */
  public Container start(String name) {
    int memory = foundation.stack().memoryOf(function);
    BigDecimal processors = BigDecimal.valueOf(foundation.stack().processorOf(function), 3);
    Stream<String> deployed =
        Stream.of(
            "--add-host=host.k3d.internal:" + foundation.postgres().address(),
            "--read-only",
            "--tmpfs=/tmp",
            "--cap-drop=ALL",
            "--security-opt=no-new-privileges",
            "--memory=" + memory + "m",
            "--memory-swap=" + memory + "m",
            "--cpus=" + processors,
            "--publish=127.0.0.1::" + port,
            "--volume=" + secrets + ":/var/openfaas/secrets:ro",
            "--env=HTTP_ADDRESS=0.0.0.0",
            "--env=DB_PORT=" + foundation.postgres().port(),
            "--env=SIGN_UPS_PER_MINUTE=100000",
            "--env=SIGN_UPS_PER_SOURCE=10000");
    return Container.start(
        foundation.network(), name, Stream.concat(deployed, options.stream()).toList(), image);
  }
}
