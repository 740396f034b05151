package fr.cofrap.tests.docker;

import java.nio.file.Path;
import java.util.Map;

/** What functions in containers need: a network, a prepared database on its bridge, secrets. */
public record Foundation(
    Network network, Postgres postgres, ServiceSecrets secrets, StackFile stack)
    implements AutoCloseable {
  /**
   * Starts and prepares everything.
   *
   * @param adminImage the image of the operators' program
   */
  public static Foundation lay(String purpose, Path folder, String adminImage) {
    StackFile stack = StackFile.read();
    Network network = Network.create(purpose);
    Postgres postgres = Postgres.start(network, folder.resolve("postgres"));
    ServiceSecrets secrets =
        ServiceSecrets.make(folder.resolve("secrets"), postgres.authority(), stack);
    Foundation foundation = new Foundation(network, postgres, secrets, stack);
    foundation.prepareDatabase(adminImage);
    return foundation;
  }

  /** A function's container, as {@code stack.yml} has it deployed, unless the launch is changed. */
  public FunctionLaunch launch(String function, String image) {
    return FunctionLaunch.of(this, function, image);
  }

  private void prepareDatabase(String image) {
    String mount = "/run/cofrap/";
    Docker.command("run", "--rm", "--network", "host", "--read-only", "--cap-drop", "ALL")
        .and("--volume", postgres.authority() + ":" + mount + "ca.crt:ro")
        .and("--volume", secrets.file("db-creds", "DB_PASSWORD") + ":" + mount + "app:ro")
        .and("--volume", secrets.file("purge-creds", "DB_PASSWORD") + ":" + mount + "purge:ro")
        .and("-e", "PGPASSWORD", "-e", "PGHOST=localhost", "-e", "PGPORT=" + postgres.port())
        .and("-e", "PGUSER=postgres", "-e", "PGSSLMODE=verify-full")
        .and("-e", "PGSSLROOTCERT=" + mount + "ca.crt", "-e", "APP_PASSWORD_FILE=" + mount + "app")
        .and("-e", "PURGE_PASSWORD_FILE=" + mount + "purge")
        .and(image, "database", "prepare")
        .with(Map.of("PGPASSWORD", postgres.administratorPassword()))
        .output();
  }

  @Override
  public void close() {
    postgres.close();
    network.close();
  }
}
