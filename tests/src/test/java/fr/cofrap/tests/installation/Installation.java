package fr.cofrap.tests.installation;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.Operation;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A running service: database, functions, and perhaps a gateway. */
public interface Installation extends AutoCloseable {
  Api api();

  Database database();

  /** The addresses of a function's processes, past the gateway: at least this many. */
  List<URI> replicas(Operation operation, int atLeast);

  /** The files in its folder {@code logs} or {@code secrets}. */
  List<Path> files(String folder);

  default TwoProcesses twoProcesses(Operation operation) {
    return new TwoProcesses(replicas(operation, 2).stream().limit(2).map(Api::of).toList());
  }

  @Override
  void close();
}
