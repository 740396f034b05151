package fr.cofrap.tests.kubernetes;

import fr.cofrap.tests.Repository;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/** What {@code start_full_demo.sh cluster} was given, as it keeps it for its next run. */
public record KeptOptions(Properties options) {
  public static KeptOptions read() {
    Properties options = new Properties();
    try (Reader file = Files.newBufferedReader(Repository.root().resolve("data/cluster.env"))) {
      options.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new KeptOptions(options);
  }

  /** The database as pods reach it. */
  public String databaseHost() {
    return option("DB_HOST");
  }

  public int databasePort() {
    String port = options.getProperty("DB_PORT");
    return port == null ? administrator().getPort() : Integer.parseInt(port);
  }

  /** Connections of the administrator to a database. */
  public PGSimpleDataSource administrator(String database) {
    URI server = administrator();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {server.getHost()});
    source.setPortNumbers(new int[] {server.getPort()});
    source.setDatabaseName(database);
    source.setUser(server.getUserInfo());
    source.setPassword(System.getenv("PGPASSWORD"));
    source.setSslMode("verify-full");
    source.setSslRootCert(option("DB_CA"));
    return source;
  }

  private URI administrator() {
    return URI.create(option("DB_ADMIN"));
  }

  private String option(String name) {
    return Optional.ofNullable(options.getProperty(name))
        .orElseThrow(() -> new IllegalStateException("data/cluster.env has no " + name));
  }
}
