package fr.cofrap.tests.deployment;

import fr.cofrap.tests.docker.Docker;
import fr.cofrap.tests.docker.Network;
import fr.cofrap.tests.docker.Postgres;
import fr.cofrap.tests.docker.Program.Ending;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** Tries to log in, with {@code verify-full} unless a connection setting says otherwise. */
enum PostgresClient {
  THIS_MACHINE {
    @Override
    String logIn(
        Network network, Postgres postgres, String password, Map<String, String> settings) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setServerNames(new String[] {settings.getOrDefault("host", "localhost")});
      source.setPortNumbers(new int[] {postgres.port()});
      source.setDatabaseName(settings.get("dbname"));
      source.setUser(settings.get("user"));
      source.setPassword(password);
      source.setSslMode(settings.get("sslmode"));
      source.setSslRootCert(settings.get("sslrootcert"));
      source.setConnectTimeout(30);
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(TLS_VERSION)) {
        row.next();
        return String.valueOf(row.getString(1));
      } catch (SQLException e) {
        return e.getMessage() + " " + e.getCause();
      }
    }
  },

  A_POD {
    @Override
    String logIn(
        Network network, Postgres postgres, String password, Map<String, String> settings) {
      StringBuilder connection =
          new StringBuilder("host=host.k3d.internal port=" + postgres.port());
      settings.forEach((name, value) -> connection.append(" " + name + "=" + value));
      Path folder = postgres.authority().toAbsolutePath().getParent();
      Ending psql =
          Docker.command("run", "--rm", "--network", network.name())
              .and("--add-host", "host.k3d.internal:" + postgres.address())
              .and("--env", "PGPASSWORD", "--volume", folder + ":" + folder + ":ro")
              .and("--user", "0", "--entrypoint", "psql", PostgresData.image(network))
              .and("-w", "-X", "-qAt", connection.toString(), "-c", TLS_VERSION)
              .with(Map.of("PGPASSWORD", password))
              .run();
      return psql.everything();
    }
  };

  private static final String TLS_VERSION =
      "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

  /** The version of TLS, or why not. */
  abstract String logIn(
      Network network, Postgres postgres, String password, Map<String, String> settings);

  /** Into the database cofrap, as a role. */
  static Map<String, String> as(String role, Postgres postgres) {
    Map<String, String> settings = new HashMap<>();
    settings.put("user", role);
    settings.put("dbname", "cofrap");
    settings.put("sslmode", "verify-full");
    settings.put("sslrootcert", postgres.authority().toString());
    return settings;
  }
}
