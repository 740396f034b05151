package fr.cofrap.tests.docker;

import fr.cofrap.tests.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL of {@code deploy/compose.yml}, in a network of the tests' own. Everyone needs a
 * password and TLS: the administrator {@code postgres} from this machine, {@code cofrap_app} and
 * {@code cofrap_purge} from here and from the network. Closing deletes the data.
 */
public final class Postgres implements AutoCloseable {
  /** In seconds: long enough for any machine. */
  private static final int HUNG = 120;

  private final Network network;
  private final Path folder;
  private final int port;

  private Postgres(Network network, Path folder, int port) {
    this.network = network;
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts a new server.
   *
   * @param folder where the certificate of its authority is kept
   */
  public static Postgres start(Network network, Path folder) {
    Postgres postgres = StillOpen.add(new Postgres(network, folder, freePort()));
    postgres.start();
    try {
      Files.createDirectories(folder);
      Files.writeString(postgres.authority(), postgres.print("tls/ca.crt") + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return postgres;
  }

  /** Starts it again with its data, on the same port. */
  public void start() {
    compose("up", "--detach", "--wait", "--wait-timeout", "120").output();
  }

  /** The same server and its data, on another port from its next start. */
  public Postgres onAnotherPort() {
    return new Postgres(network, folder, freePort());
  }

  public void stop() {
    compose("stop").output();
  }

  /** On this machine's loopback interface, and in the network. */
  public int port() {
    return port;
  }

  /** Its address in the network. */
  public String address() {
    return network.address(200);
  }

  /** The certificate of the authority that signed the server's. */
  public Path authority() {
    return folder.resolve("ca.crt");
  }

  public String administratorPassword() {
    return print("password");
  }

  /** Connections of the administrator to a database, by the server's name in its certificate. */
  public PGSimpleDataSource administrator(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser("postgres");
    source.setPassword(administratorPassword());
    source.setConnectTimeout(HUNG);
    source.setSslMode("verify-full");
    source.setSslRootCert(authority().toString());
    return source;
  }

  @Override
  public void close() {
    StillOpen.remove(this);
    compose("down", "--volumes").output();
  }

  private String print(String file) {
    return compose("exec", "-T", "postgres", "cat", "/var/lib/postgresql/" + file).output();
  }

  private Program compose(String... words) {
    return Docker.command("compose", "--progress", "quiet")
        .and("--file", Repository.root().resolve("deploy/compose.yml").toString())
        .and(words)
        .with(
            Map.of(
                "COMPOSE_PROJECT_NAME", network.name() + "-postgres",
                "DB_PORT", Integer.toString(port),
                "NETWORK", network.name(),
                "SUBNET", network.subnet(),
                "GATEWAY", network.gateway(),
                "ADDRESS", address()));
  }

  /** Below the ports of outgoing connections: one of those could get a stopped server's port. */
  private static int freePort() {
    while (true) {
      int port = RandomGenerator.getDefault().nextInt(20_000, 30_000);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (IOException taken) {
        // Try the next one.
      }
    }
  }
}
