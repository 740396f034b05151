package fr.cofrap.tests.installation;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.docker.Container;
import fr.cofrap.tests.docker.Foundation;
import fr.cofrap.tests.docker.FunctionLaunch;
import fr.cofrap.tests.docker.Images;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A service in containers of this machine: two of each function, the second as another user. */
public final class Containers implements Installation {
  private final Path folder;
  private final Foundation foundation;
  private final Database database;
  private final List<Container> containers = new ArrayList<>();
  private final Map<Operation, List<URI>> addresses = new EnumMap<>(Operation.class);

  private Containers(Path folder, Foundation foundation) {
    this.folder = folder;
    this.foundation = foundation;
    database = new Database(foundation.postgres().administrator("cofrap"));
  }

  public static Containers start(String name) {
    Path folder = Workspace.folder(name);
    try {
      Files.createDirectories(folder.resolve("logs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Containers service = new Containers(folder, Foundation.lay(name, folder, Images.admin()));
    for (Operation operation : Operation.values()) {
      service.addresses.put(operation, service.startTwo(operation));
    }
    return service;
  }

  private List<URI> startTwo(Operation operation) {
    FunctionLaunch launch = launchOf(operation);
    return List.of(
        ready(launch, operation + "-1"), ready(launch.with("--user", "12000:0"), operation + "-2"));
  }

  private URI ready(FunctionLaunch launch, String name) {
    return launch.awaitReady(start(launch, name));
  }

  /** How a function is started here, for a start with a change. */
  public FunctionLaunch launchOf(Operation operation) {
    return foundation.launch(operation.function(), Images.function(operation.function()));
  }

  /** Starts one more, which the shared tests do not reach, with its log among the others. */
  public Container start(FunctionLaunch launch, String name) {
    Container container = launch.start(name).followLog(folder.resolve("logs/" + name + ".log"));
    containers.add(container);
    return container;
  }

  public Foundation foundation() {
    return foundation;
  }

  @Override
  public Api api() {
    return Api.inTurn(this::addresses);
  }

  @Override
  public Database database() {
    return database;
  }

  @Override
  public List<URI> replicas(Operation operation, int atLeast) {
    List<URI> all = addresses(operation);
    if (all.size() < atLeast) {
      throw new IllegalStateException("Not enough containers of " + operation + ": " + all);
    }
    return all;
  }

  private List<URI> addresses(Operation operation) {
    return Objects.requireNonNull(addresses.get(operation));
  }

  @Override
  public List<Path> files(String folder) {
    return Workspace.files(folder);
  }

  @Override
  public void close() {
    containers.forEach(Container::close);
    foundation.close();
    Workspace.keepLogs(folder, folder.resolve("logs"));
  }
}
