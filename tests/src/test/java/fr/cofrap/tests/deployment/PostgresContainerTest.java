package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.docker.Docker;
import fr.cofrap.tests.docker.Network;
import fr.cofrap.tests.docker.Postgres;
import fr.cofrap.tests.docker.Program;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The PostgreSQL of {@code deploy/compose.yml}: who gets in, and from where. */
@Tag("images")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresContainerTest {
  private static final String TLS = "TLSv1[.][23]";

  private final Path folder;
  private final Network network = Network.create("admission");
  private final Postgres postgres;

  PostgresContainerTest(@TempDir Path folder) {
    this.folder = folder;
    postgres = Postgres.start(network, folder.resolve("postgres"));
  }

  @BeforeAll
  void makeRoles() throws SQLException {
    execute(
        "CREATE DATABASE cofrap",
        "CREATE ROLE cofrap_app LOGIN PASSWORD 'app-password'",
        "CREATE ROLE other LOGIN PASSWORD 'other-password'");
  }

  @AfterAll
  void remove() {
    postgres.close();
    assertThat(Docker.run("volume", "ls", "--quiet", "--filter", "name=^" + network.name()))
        .as("data left behind")
        .isEmpty();
    network.close();
  }

  @ParameterizedTest
  @EnumSource
  void admitsTheServicesRolesWithTheirPassword(PostgresClient from) {
    assertThat(logIn(from, "cofrap_app", "app-password", Map.of())).matches(TLS);
  }

  @ParameterizedTest
  @EnumSource
  void refusesEverythingElse(PostgresClient from) {
    assertThat(logIn(from, "cofrap_app", "wrong", Map.of()))
        .contains("password authentication failed");
    assertThat(logIn(from, "cofrap_app", "app-password", Map.of("sslmode", "disable")))
        .contains("no encryption");
    assertThat(logIn(from, "cofrap_app", "app-password", Map.of("dbname", "postgres")))
        .contains("no pg_hba.conf entry");
    assertThat(logIn(from, "other", "other-password", Map.of())).contains("no pg_hba.conf entry");
  }

  @ParameterizedTest
  @CsvSource({"cofrap", "postgres"})
  void admitsTheAdministratorFromThisMachineAlone(String database) {
    String password = postgres.administratorPassword();
    Map<String, String> settings = Map.of("dbname", database);
    assertThat(logIn(PostgresClient.THIS_MACHINE, "postgres", password, settings)).matches(TLS);
    assertThat(logIn(PostgresClient.A_POD, "postgres", password, settings))
        .contains("no pg_hba.conf entry");
    assertThat(
            logIn(
                PostgresClient.THIS_MACHINE,
                "postgres",
                password,
                Map.of("dbname", database, "sslmode", "disable")))
        .contains("no encryption");
  }

  @Test
  void provesItsIdentityByItsCertificate() {
    assertThat(asTheApp(Map.of("host", "127.0.0.1"))).contains("could not be verified");
    Path other = folder.resolve("other.crt");
    Program.of("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt")
        .and("ec_paramgen_curve:prime256v1", "-noenc", "-subj", "/CN=other")
        .and("-keyout", "/dev/null", "-out", other.toString())
        .output();
    assertThat(asTheApp(Map.of("sslrootcert", other.toString())))
        .contains("unable to find valid certification path");
  }

  /** The port is published on the loopback interface: at any other address nobody listens. */
  @Test
  void listensOnTheLoopbackInterfaceAlone() throws Exception {
    assertThat(asTheApp(Map.of("host", network.gateway()))).contains("refused");
    assertThat(asTheApp(Map.of("host", anotherAddress()))).contains("refused");
  }

  @Test
  void storesPasswordsAsScram() throws SQLException {
    try (Connection connection = postgres.administrator("cofrap").getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT rolpassword FROM pg_authid WHERE rolname = 'cofrap_app'")) {
      row.next();
      assertThat(row.getString(1)).startsWith("SCRAM-SHA-256$");
    }
  }

  @Test
  void keepsNoKeyOfItsAuthorityAndHidesItsSecrets() {
    assertThat(
            PostgresData.run(
                network,
                "find . -name ca.key -o -name password -perm /077 -o -name server.key -perm /077"))
        .isEmpty();
  }

  private String asTheApp(Map<String, String> changes) {
    return logIn(PostgresClient.THIS_MACHINE, "cofrap_app", "app-password", changes);
  }

  private String logIn(
      PostgresClient from, String role, String password, Map<String, String> changes) {
    Map<String, String> settings = PostgresClient.as(role, postgres);
    settings.putAll(changes);
    return from.logIn(network, postgres, password, settings);
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = postgres.administrator("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String anotherAddress() throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .map(address -> address.getHostAddress())
        .findFirst()
        .orElseThrow();
  }
}
