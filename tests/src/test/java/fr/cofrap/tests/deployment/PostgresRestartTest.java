package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.docker.Network;
import fr.cofrap.tests.docker.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A start of the PostgreSQL container can be interrupted at any of its parts, and be repeated; a
 * repeated one changes nothing but the port.
 */
@Tag("images")
final class PostgresRestartTest {
  @TempDir private Path folder;

  @Test
  void completesAnInterruptedStartAndKeepsWhatIsComplete() throws Exception {
    try (Network network = Network.create("restarts");
        Postgres postgres = Postgres.start(network, folder)) {
      createTheApp(postgres);
      String authority = authority(network);
      PostgresData.run(
          network,
          "mkdir tls.new main.new && touch tls.new/half main.new/half && echo half >password.new");
      postgres.stop();
      assertThat(logIn(PostgresClient.THIS_MACHINE, network, postgres)).contains("refused");
      postgres.start();
      assertThat(authority(network)).isEqualTo(authority);
      assertThat(logIn(PostgresClient.THIS_MACHINE, network, postgres)).startsWith("TLS");
      assertThat(logIn(PostgresClient.A_POD, network, postgres)).startsWith("TLS");

      PostgresData.run(network, "rm -r tls password");
      postgres.stop();
      postgres.start();
      assertThat(authority(network)).isNotEqualTo(authority);
      Files.writeString(postgres.authority(), authority(network) + "\n");
      assertThat(logIn(PostgresClient.THIS_MACHINE, network, postgres)).startsWith("TLS");
    }
  }

  @Test
  void leavesARunningServerAloneAndMovesItToAnotherPort() throws Exception {
    try (Network network = Network.create("moves");
        Postgres postgres = Postgres.start(network, folder)) {
      createTheApp(postgres);
      String password = postgres.administratorPassword();
      String started = PostgresData.started(network);
      postgres.start();
      assertThat(PostgresData.started(network)).isEqualTo(started);

      Postgres moved = postgres.onAnotherPort();
      moved.start();
      assertThat(moved.administratorPassword()).isEqualTo(password);
      assertThat(logIn(PostgresClient.THIS_MACHINE, network, moved)).startsWith("TLS");
      assertThat(logIn(PostgresClient.A_POD, network, moved)).startsWith("TLS");
      assertThat(logIn(PostgresClient.THIS_MACHINE, network, postgres)).contains("refused");
    }
  }

  private static void createTheApp(Postgres postgres) throws Exception {
    try (Connection connection = postgres.administrator("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE cofrap");
      statement.execute("CREATE ROLE cofrap_app LOGIN PASSWORD 'app-password'");
    }
  }

  private static String logIn(PostgresClient from, Network network, Postgres postgres) {
    Map<String, String> settings = PostgresClient.as("cofrap_app", postgres);
    return from.logIn(network, postgres, "app-password", settings);
  }

  private static String authority(Network network) {
    return PostgresData.run(network, "cat tls/ca.crt");
  }
}
