package fr.cofrap.tests.installation;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.Operation;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A service that somebody else has started, in containers for example. The system property {@code
 * cofrap.deployment} names the file that describes it:
 *
 * <ul>
 *   <li>{@code gateway}: its address; without one, requests go to the functions directly
 *   <li>{@code generate-password}, {@code generate-2fa}, {@code authenticate-user}: the addresses
 *       of their processes, separated by commas
 *   <li>{@code database}: the JDBC address for an administrator
 *   <li>{@code logs}, {@code secrets}: folders
 * </ul>
 */
public record Deployment(Properties properties) implements Installation {
  public static Optional<Path> file() {
    return Optional.ofNullable(System.getProperty("cofrap.deployment")).map(Path::of);
  }

  public static Deployment in(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Deployment(properties);
  }

  @Override
  public Api api() {
    return properties.containsKey("gateway")
        ? Api.through(URI.create(given("gateway")))
        : Api.inTurn(operation -> replicas(operation, 1));
  }

  @Override
  public Database database() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(given("database"));
    return new Database(source);
  }

  @Override
  public List<URI> replicas(Operation operation, int atLeast) {
    List<URI> all = Arrays.stream(given(operation.function()).split(",")).map(URI::create).toList();
    if (all.size() < atLeast) {
      throw new IllegalStateException("Not enough processes of " + operation + ": " + all);
    }
    return all;
  }

  @Override
  public List<Path> files(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(given(folder)))) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String given(String name) {
    return Optional.ofNullable(properties.getProperty(name))
        .orElseThrow(() -> new IllegalStateException("The deployment's file has no " + name));
  }

  @Override
  public void close() {}
}
