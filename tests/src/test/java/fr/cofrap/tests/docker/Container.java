package fr.cofrap.tests.docker;

import fr.cofrap.tests.Pause;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A container, running or exited; closing removes it. */
public final class Container implements AutoCloseable {
  /** Long enough for any machine: whatever takes longer is hung. */
  private static final Duration HUNG = Duration.ofMinutes(2);

  private final String name;

  private Container(String name) {
    this.name = name;
  }

  /**
   * Starts a container.
   *
   * @param name what it is called in its network; the tests' run is added for Docker
   * @param options of {@code docker run}
   */
  public static Container start(
      Network network, String name, List<String> options, String image, String... command) {
    String full = network.name() + "-" + name;
    Container container = StillOpen.add(new Container(full));
    Docker.command("run", "--detach", "--name", full, "--network", network.name())
        .and("--network-alias", name)
        .and(options)
        .and(image)
        .and(command)
        .output();
    return container;
  }

  public String name() {
    return name;
  }

  /** Where a published port is reached from this machine. */
  public URI address(int port) {
    return published(port).orElseThrow(() -> new AssertionError(name + " ended:\n" + log()));
  }

  /** Its address in its network. */
  public String ip() {
    return inspect("{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}");
  }

  /** A value of {@code docker inspect}, by a Go template. */
  public String inspect(String template) {
    return Docker.run("inspect", "--format", template, name);
  }

  /** Everything that it printed, on standard output and standard error. */
  public String log() {
    return Docker.command("logs", name).run().everything();
  }

  /** What it printed on standard output alone. */
  public List<String> outputLines() {
    return Docker.run("logs", name).lines().toList();
  }

  /** Copies its log to a file as it grows, until it ends. */
  public Container followLog(Path file) {
    Docker.command("logs", "--follow", name).inBackground(file);
    return this;
  }

  /**
   * Waits for a success on the path.
   *
   * @return the address of the port
   */
  public URI awaitReady(int port, String path) {
    Instant end = Instant.now().plus(HUNG);
    while (true) {
      Optional<URI> address = published(port);
      if (address.isPresent() && succeeds(address.get().resolve(path))) {
        return address.get();
      }
      if (!isRunning()) {
        throw new AssertionError("%s ended before it was ready:%n%s".formatted(name, log()));
      }
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("%s does not become ready:%n%s".formatted(name, log()));
      }
      Pause.of(Duration.ofMillis(100));
    }
  }

  /** Empty once it has exited. */
  private Optional<URI> published(int port) {
    return Docker.command("port", name, port + "/tcp")
        .run()
        .output()
        .lines()
        .findFirst()
        .map(published -> URI.create("http://" + published + "/"));
  }

  public boolean isRunning() {
    return Boolean.parseBoolean(inspect("{{.State.Running}}"));
  }

  public void signal(String signal) {
    Docker.run("kill", "--signal", signal, name);
  }

  /** The exit code, once it has ended by itself. */
  public int awaitExit() {
    return Integer.parseInt(Docker.command("wait", name).within(HUNG).output());
  }

  /**
   * Sends SIGTERM, and kills it if it is still running after the time limit.
   *
   * @return the exit code
   */
  public int stop(Duration limit) {
    Docker.command("stop", "--time", Long.toString(limit.toSeconds()), name)
        .within(limit.plus(HUNG))
        .output();
    return awaitExit();
  }

  @Override
  public void close() {
    StillOpen.remove(this);
    Docker.run("rm", "--force", "--volumes", name);
  }

  private static boolean succeeds(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(5_000);
      connection.setReadTimeout(5_000);
      try {
        return connection.getResponseCode() / 100 == 2;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
