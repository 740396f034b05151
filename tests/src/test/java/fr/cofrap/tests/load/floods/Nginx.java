package fr.cofrap.tests.load.floods;

import fr.cofrap.devstack.process.FreePort;
import fr.cofrap.tests.Pause;
import fr.cofrap.tests.Repository;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** nginx in front of the gateway, with a limit for each address. */
final class Nginx implements AutoCloseable {
  private static final Path CONFIGURATION =
      Repository.root().resolve("tests/src/test/resources/floods-nginx.conf");

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Nginx start(URI gateway) {
    int port = FreePort.choose();
    try {
      Path folder = Files.createDirectories(Workspace.folder("nginx"));
      Files.writeString(
          folder.resolve("nginx.conf"),
          Files.readString(CONFIGURATION)
              .replace("GATEWAY", gateway.getAuthority())
              .replace("LISTEN", "127.0.0.1:" + port));
      Process process =
          new ProcessBuilder("nginx", "-p", folder.toString(), "-c", "nginx.conf")
              .inheritIO()
              .start();
      Nginx nginx = new Nginx(process, port);
      nginx.awaitListening();
      return nginx;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitListening() {
    while (!isListening()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("nginx exited with " + process.exitValue());
      }
      Pause.of(Duration.ofMillis(50));
    }
  }

  private boolean isListening() {
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return probe.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  Entrance entrance() {
    return new Entrance(
        "nginx",
        URI.create("http://127.0.0.1:" + port).resolve(Operation.AUTHENTICATE_USER.path()));
  }

  /** Where nothing passes. */
  Entrance wall() {
    return new Entrance("nginx", URI.create("http://127.0.0.1:" + port + "/rejected"));
  }

  /** As from an ingress, with a client's address that differs for each request. */
  static Traffic fromManyAddresses(Traffic traffic) {
    return () ->
        HttpRequest.newBuilder(traffic.next(), (name, value) -> true)
            .header("X-Forwarded-For", address())
            .build();
  }

  private static String address() {
    RandomGenerator random = RandomGenerator.getDefault();
    return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
